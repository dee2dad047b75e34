"""The amount of relief: a county's published standard computed exactly, the law above it, like cases, a simulator; pure."""
