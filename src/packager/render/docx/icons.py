"""The small signs of the booklet and the quiz, as SVG with the look's colours left open."""

ICONS = {
    "pause": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 50" width="50" height="50">'
        '<circle cx="25" cy="25" r="25" fill="{accent}"/>'
        '<rect x="16" y="14" width="6" height="22" fill="#FFFFFF"/><rect x="28" y="14" width="6" height="22" fill="#FFFFFF"/></svg>'
    ),
    "box": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 70 70" width="70" height="70">'
        '<rect x="4" y="4" width="62" height="62" fill="#FFFFFF" stroke="{ink}" stroke-width="4"/></svg>'
    ),
}
