"""Leads （线索） as officers see and decide them."""
