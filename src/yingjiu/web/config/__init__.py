"""Settings, addresses and what every request passes through."""
