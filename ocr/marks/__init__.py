"""Marks on a page that are not text: seals, signatures, faces, barcodes."""
