"""Pictures of a story and of a claim, for the apps that show a link with one and take no SVG (Open Graph).

PNG of 1200 by 630 pixels, drawn by Pillow from the same values as the pages; fonts come from packages.
"""

from claims.pictures.board import HEIGHT, WIDTH
from claims.pictures.painting import claim_picture, story_picture

__all__ = ["HEIGHT", "WIDTH", "claim_picture", "story_picture"]
