"""REST under `/api/v1/`: read only, described by itself at `/api/v1/schema/`."""
