"""The editors' desk: pages on which claims, speakers, links and conflicts are put right. Nobody else gets to see them."""
