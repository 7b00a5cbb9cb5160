"""The pages: parse the request, ask `claims.timeline` or `claims.services`, render."""
