"""Recognition standards (病种认定标准): what a pack asks to prove a disease, and whether the papers show it.

``shapes`` and ``standards`` read the YAML; ``judge`` walks a standard's conditions over a case, each kind
of leaf in its own module; ``words`` says conditions in Chinese.
"""
