"""Varied heads for the comparison of front matter readers: a Hugo post's and a transcript's, as people write them.

Everything is drawn from a seeded generator, so every run measures the same pages, and no page comes twice."""

import random

SUBJECTS = ["端侧模型", "开源社区", "推理芯片", "自动驾驶", "具身智能", "向量数据库", "云计算", "大语言模型", "机器人", "数据中心"]
ACTIONS = ["开始盈利了吗？", "的成本怎么算", "进入第二阶段", "遇到的三个问题", "：一年之后再看", "为什么慢下来了", "与它的对手们", "需要新的评测"]
PEOPLE = ["何之远", "林若溪", "周慕白", "沈知行", "顾念慈", "程以南", "许望舒", "陆星野"]
SOURCES = ["微信公众号", "个人博客", "邮件通讯", "会议记录", "译文"]
TAGS = ["AI", "chips", "cloud", "robotics", "开源", "芯片", "数据", "产品", "访谈", "weekly"]


def hugo(draw, number):
    """A post with some twenty keys, lists included."""
    tags = draw.sample(TAGS, draw.randint(1, 4))
    moment = f"2025-{draw.randint(1, 12):02}-{draw.randint(1, 28):02} {draw.randint(0, 23):02}:{draw.randint(0, 59):02}:27"
    lines = [
        "---",
        f'title: "{draw.choice(SUBJECTS)}{draw.choice(ACTIONS)}（{number}）"',
        f'date: "{moment}"',
        f'summary: "作者 | {draw.choice(PEOPLE)} 来源 | {draw.choice(SOURCES)}（research{number}）..."',
        "categories:", '  - "notes"', "lang:", '  - "zh-CN"', "translations:", '  - "zh-CN"', "tags:",
        *[f'  - "{tag}"' for tag in tags],
        'menu: ""',
        f'thumbnail: "https://example.com/images/{draw.getrandbits(160):040x}_640360/0"',
        'lead: ""',
        f"comments: {draw.choice(['true', 'false'])}",
        "authorbox: false", "pager: true", "toc: false", f"weight: {draw.randint(1, 900)}",
        'sidebar: "right"', "widgets:", '  - "search"', '  - "recent"', '  - "taglist"',
        "---", "", ""]
    return "\n".join(lines)


def transcript(draw, number):
    """A transcript with Chinese keys and one long URL."""
    names = "、".join(draw.sample(PEOPLE, 3))
    lines = [
        "---",
        f'title: "{names}对谈：{draw.choice(SUBJECTS)}{draw.choice(ACTIONS)}"',
        f"发布日期: 2026-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        f'作者: "{draw.choice(PEOPLE)}"',
        f'来源: "{draw.choice(SOURCES)}"',
        f'原文链接: "https://example.com/s?__biz={draw.getrandbits(64):016x}==&mid={number}&idx=1&sn='
        f'{draw.getrandbits(128):032x}&chksm={draw.getrandbits(320):080x}"',
        "---", "", ""]
    return "\n".join(lines)


def pages(count):
    """`count` pages, the two shapes in turns, each with a short body."""
    draw = random.Random(20260110)
    return [(hugo if number % 2 == 0 else transcript)(draw, number) + "正文从这里开始。\n" for number in range(count)]
