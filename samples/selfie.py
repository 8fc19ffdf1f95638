"""手持身份证照片: a drawn person before a wall, a drawn hand, and the drawn ID card in it."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from samples import effects, faces, fonts
from samples.layouts.identity import id_front
from samples.paper import Colour, Paper
from samples.people import Person
from samples.raster import paint

SIZE = (1200, 1500)
SKIN: Colour = (218, 176, 150)


def _room(seed: int) -> Image.Image:
    """A wall, a door frame, and light from a window."""
    rng = np.random.default_rng(seed)
    wall = [(206, 202, 192), (188, 198, 204), (214, 204, 188)][seed % 3]
    room = Image.new("RGB", SIZE, wall)
    draw = ImageDraw.Draw(room)
    x = int(rng.integers(60, 240))
    draw.rectangle((x, 0, x + 26, SIZE[1]), fill=(150, 128, 104))
    draw.rectangle((SIZE[0] - 180, 120, SIZE[0] - 20, 520), fill=(170, 182, 190))
    return effects.uneven_light(room.filter(ImageFilter.GaussianBlur(6)), seed, 0.22)


def _person(room: Image.Image, who: Person) -> None:
    """Head, shoulders and chest; the portrait's own background is cut away."""
    key: Colour = (0, 255, 0)
    large, age = (760, 950), 2025 - who.born.year
    keyed = faces.portrait(who.face, who.sex, key, age=age).resize(large, Image.Resampling.LANCZOS)
    wall = room.getpixel((540, 60))
    tint = (wall[0], wall[1], wall[2]) if isinstance(wall, tuple) else key
    head = faces.portrait(who.face, who.sex, tint, age=age).resize(large, Image.Resampling.LANCZOS)
    array = np.asarray(keyed).astype(int)
    green = array[:, :, 1] - np.maximum(array[:, :, 0], array[:, :, 2])
    mask = Image.fromarray(np.where(green > 60, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(2))
    coat = head.getpixel((380, 930))
    draw = ImageDraw.Draw(room)
    draw.rounded_rectangle((160, 980, 1040, 1700), 190, fill=coat)
    room.paste(head, (220, 110), mask.filter(ImageFilter.MinFilter(7)))


def _hand(room: Image.Image, x: int, y: int, fingers: bool) -> None:
    """The arm and palm behind the card (``fingers=False``) or the thumb before it."""
    layer = Image.new("RGBA", room.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    if fingers:
        draw.rounded_rectangle((x - 34, y - 92, x + 26, y + 90), 30, fill=(*SKIN, 255))
        draw.rounded_rectangle((x - 22, y - 84, x + 14, y - 40), 16, fill=(236, 200, 184, 255))
    else:
        draw.rounded_rectangle((x - 60, y - 60, x + 150, y + 170), 70, fill=(*SKIN, 255))
        draw.polygon(
            [(x + 10, y + 100), (x + 140, y + 100), (x + 330, 1500), (x + 120, 1500)], fill=(*SKIN, 255)
        )
    soft = layer.filter(ImageFilter.GaussianBlur(2.5))
    room.paste(soft.convert("RGB"), (0, 0), soft.getchannel("A"))


def draw(
    who: Person,
    *,
    card: Person | None = None,
    hold: bool = True,
    legible: bool = True,
    seed: int = 1,
    newspaper: str = "",
) -> Paper:
    """A selfie of ``who`` holding the card of ``card`` (their own unless given).

    ``hold=False`` shows no card; ``legible=False`` a card out of focus and overexposed. The paper's
    picture is on its sheet as one stamp, so it is written like any scan.
    """
    paper = Paper("id_selfie", "selfie", face="hei")
    sheet = paper.sheet((576, 720))
    room = _room(seed)
    _person(room, who)
    paper.faces = 1
    if hold:
        owner = card or who
        front = id_front(owner)
        picture = paint(front.sheets[0], 150).resize((640, 404), Image.Resampling.LANCZOS)
        if not legible:
            picture = effects.glare(effects.blur(picture, 7), seed, 0.55, 0.6, 0.4)
        else:
            for name in ("patient_name", "id_number", "sex", "birth_date", "ethnicity", "address"):
                paper.fields[name] = front.fields[name]
        paper.faces += legible
        _hand(room, 860, 1230, fingers=False)
        turned = picture.convert("RGBA").rotate(3 - seed % 7, expand=True, resample=Image.Resampling.BICUBIC)
        room.paste(turned, (300, 1060), turned)
        _hand(room, 925, 1290, fingers=True)
    if newspaper:
        _newspaper(room, newspaper)
    sheet.stamp(0, 0, 576, 720, effects.noise(room, seed, 2.0), multiply=False)
    return paper


def _newspaper(room: Image.Image, date: str) -> None:
    """The head of a newspaper held at the left, with its date."""
    leaf = Image.new("RGB", (420, 300), (226, 222, 210))
    draw = ImageDraw.Draw(leaf)
    draw.text((20, 14), "样张日报", fill=(40, 40, 40), font=fonts.pixel_font("serif-bold", 60))
    draw.text((20, 96), date, fill=(50, 50, 50), font=fonts.pixel_font("sans", 30))
    for n in range(7):
        draw.line((20, 150 + n * 20, 400, 150 + n * 20), fill=(150, 148, 140), width=6)
    turned = leaf.convert("RGBA").rotate(6, expand=True, resample=Image.Resampling.BICUBIC)
    room.paste(turned, (-30, 700), turned)
