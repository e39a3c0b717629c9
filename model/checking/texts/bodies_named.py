"""Where a text names a body as one that makes the report: at the head of a clause, in a title, where to ask or to read."""

from __future__ import annotations

import re

from model.checking.language.wording import any_of

TOWN = f"(?:{any_of('stale-unit', 'towns')})"
BODIES = any_of("stale-unit", "bodies")
DEPARTMENTS = f"(?:{any_of('stale-unit', 'departments')})"
SURELY_REPORTS, DEPARTMENT_REPORTS = any_of("stale-unit", "surely_reports"), any_of("stale-unit", "department_reports")
# At the head of a clause: 青山镇人民政府, whatever it does.
BODY = re.compile(
    rf"""
    (?<![^，。；：、（(\s年])
    (?P<name>[\u4e00-\u9fff]{{2,5}}?{TOWN})
    (?:{any_of("stale-unit", "town_offices")})""",
    re.VERBOSE,
)
# 青山镇认真贯彻: without its office, but doing what the body of a report does.
REPORTING = re.compile(
    rf"""
    (?<![^，。；：\n年])
    (?P<name>[\u4e00-\u9fff]{{2,4}}?{TOWN})
    (?= [，,]?(?:{any_of("stale-unit", "reports")}) )""",
    re.VERBOSE,
)
# 某县青山镇人民政府编制: behind its county.
ISSUING = re.compile(
    rf"""
    (?<![^，。；：由县市区旗])
    (?P<name>[\u4e00-\u9fff]{{2,3}}?{TOWN})
    人民政府(?:向社会)?(?:公布|发布|编制)""",
    re.VERBOSE,
)
MADE_BY = re.compile(rf"(?<![^，。；：、\s]) (?P<name>[\u4e00-\u9fff]{{4,30}}?(?:{BODIES}))编制", re.VERBOSE)
# The body in the report's title.
NAMED = re.compile(
    rf"""
    (?:[\u4e00-\u9fff]{{0,6}}(?:{any_of("stale-unit", "publishes")}))?
    (?P<name>[\u4e00-\u9fff]{{1,20}}?(?:{BODIES}))
    (?:\d{{4}}年度?)?
    (?:政府)?信息公开(?:工作)?(?:\d{{4}}年?)?年度报告""",
    re.VERBOSE,
)
# 某县民政局高度重视: a department by its whole name, doing what the body of a report does.
DEPARTMENT = re.compile(
    rf"""
    (?<![^，。；：、（(\s年])
    (?P<name>[\u4e00-\u9fff]{{1,8}}?[省市县区旗州][\u4e00-\u9fff]{{1,14}}?{DEPARTMENTS})
    (?=[，,]?(?: (?P<sure>{SURELY_REPORTS}) | {DEPARTMENT_REPORTS} ))""",
    re.VERBOSE,
)
# 某县民政局持续加强: a department of another county, doing anything.
OF_ANOTHER = re.compile(
    rf"""
    (?<![^，。；：、（(\s年])
    (?P<name>[\u4e00-\u9fff]{{2,8}}?[县市区旗州][\u4e00-\u9fff]{{1,14}}?{DEPARTMENTS})
    (?=[，,]?(?:{any_of("stale-unit", "of_another")}))""",
    re.VERBOSE,
)
# 如有疑问，请与青山镇党政办公室联系: whom to ask.
ASKED = re.compile(
    rf"""
    (?:{any_of("stale-unit", "questions")})[^。；;\n]{{0,24}}?
    (?:与|向|同|和|到|联系|致电|咨询)
    (?:[\u4e00-\u9fff]{{1,6}}?[县市区旗])?
    (?: (?P<name>[\u4e00-\u9fff]{{2,5}}?{TOWN}) (?:{any_of("stale-unit", "town_offices")}|办公室)
    |   (?P<department>[\u4e00-\u9fff]{{1,6}}?[县市区旗][\u4e00-\u9fff]{{1,12}}?{DEPARTMENTS}) (?=办公室|联系|咨询|反映)
    )""",
    re.VERBOSE,
)
# 电子版可在青山镇人民政府网站下载: where to read the report.
SITE = re.compile(
    rf"""
    (?:{any_of("stale-unit", "to_read")})[^。；;\n]{{0,24}}?
    (?:在|到|从|登录|访问|通过)
    (?:[\u4e00-\u9fff]{{1,6}}?[县市区旗])?
    (?P<name>[\u4e00-\u9fff]{{2,5}}?{TOWN})
    (?:{any_of("stale-unit", "town_offices")})?(?:官方|门户|政务)?网站""",
    re.VERBOSE,
)
# 县农业农村局共主动公开政府信息96条: the county is named by its kind only.
OF_COUNTY = re.compile(
    rf"""
    (?<![^，。；：、（(\s年])
    (?P<name>[省市县区旗州][\u4e00-\u9fff]{{1,12}}?{DEPARTMENTS})
    (?=[，,]?(?:{any_of("stale-unit", "county_reports")}))""",
    re.VERBOSE,
)
# 现将青山镇2024年政府信息公开工作情况报告如下: at the head of the report.
PRESENTED = re.compile(
    rf"""
    (?:{any_of("stale-unit", "presents")})
    (?P<name>[\u4e00-\u9fff]{{2,12}}?{TOWN}|[\u4e00-\u9fff]{{0,8}}?[省市县区旗州][\u4e00-\u9fff]{{1,12}}?{DEPARTMENTS})
    (?:{any_of("stale-unit", "town_offices")})?
    (?:20\d\d年度?|上一?年度?|本年度?)?(?:政府|政务)信息公开""",
    re.VERBOSE,
)
# What names a body, and what stands in each place that it finds: to look for that first is quicker.
NAMING = (
    (NAMED, re.compile("年度报告")),
    (MADE_BY, re.compile("编制")),
    (ASKED, re.compile(any_of("stale-unit", "questions"))),
    (SITE, re.compile(any_of("stale-unit", "to_read"))),
    (BODY, re.compile(rf"{TOWN}(?:{any_of('stale-unit', 'town_offices')})")),
    (REPORTING, re.compile(rf"{TOWN}[，,]?(?:{any_of('stale-unit', 'reports')})")),
    (ISSUING, re.compile(rf"{TOWN}人民政府")),
    (DEPARTMENT, re.compile(f"{DEPARTMENTS}[，,]?(?:{SURELY_REPORTS}|{DEPARTMENT_REPORTS})")),
    (OF_ANOTHER, re.compile(f"{DEPARTMENTS}[，,]?(?:{any_of('stale-unit', 'of_another')})")),
    (OF_COUNTY, re.compile(f"{DEPARTMENTS}[，,]?(?:{any_of('stale-unit', 'county_reports')})")),
    (PRESENTED, re.compile(any_of("stale-unit", "presents"))),
)
BY_WHOLE_NAME = (NAMED, MADE_BY, DEPARTMENT, OF_ANOTHER, OF_COUNTY)  # the others may meet words that are no name
ACTING = (DEPARTMENT, OF_ANOTHER, OF_COUNTY)  # what they find is a department that does what the body of a report does
BY_SHORT_NAME = (*ACTING, PRESENTED, ASKED)
