# ruff: noqa
# fmt: off
"""Generated from meeting.docx; never edited."""

def fill_93379d1a26be6d8c(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('会议名称', M['会议名称'])
    n2 = get('会议时段', M['会议时段'])
    n3 = get('地点', M['地点'])
    n4 = get('会议形式', M['会议形式'])
    n5 = get('主持人', M['主持人'])
    n6 = get('讲话人', M['讲话人'])
    n7 = get('出席', M['出席'])
    n8 = get('列席', M['列席'])
    n9 = get('请假', M['请假'])
    n10 = get('发文机关', M['发文机关'])
    n11 = get('单位视角', M['单位视角'])
    n12 = get('主送', M['主送'])
    n13 = get('发文字号', M['发文字号'])
    n14 = get('成文日期', M['成文日期'])
    n15 = get('目标', M['目标'])
    n16 = get('目标句', M['目标句'])
    n17 = get('组织领导', M['组织领导'])
    n18 = get('组织领导句', M['组织领导句'])
    n19 = get('时间步骤', M['时间步骤'])
    n20 = get('时间步骤句', M['时间步骤句'])
    n21 = get('联系人', M['联系人'])
    n22 = get('县区名册', M['县区名册'])
    n23 = get('县区句', M['县区句'])
    n24 = get('附件', M['附件'])
    n25 = get('附件句', M['附件句'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    p9 = n4
    p11 = (u if n5.__class__ is dict and (u := n5.get('单位', NO)) is not NO else attribute(n5, '单位'))
    p12 = (u if n5.__class__ is dict and (u := n5.get('职务', NO)) is not NO else attribute(n5, '职务'))
    p13 = (u if n5.__class__ is dict and (u := n5.get('姓名', NO)) is not NO else attribute(n5, '姓名'))
    p15 = (u if n6.__class__ is dict and (u := n6.get('单位', NO)) is not NO else attribute(n6, '单位'))
    p16 = (u if n6.__class__ is dict and (u := n6.get('职务', NO)) is not NO else attribute(n6, '职务'))
    p17 = (u if n6.__class__ is dict and (u := n6.get('姓名', NO)) is not NO else attribute(n6, '姓名'))
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p12.__class__ is str and p13.__class__ is str and p15.__class__ is str and p16.__class__ is str and p17.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p12 + p13 + p15 + p16 + p17) < FREE and special(t) is None:
        extend((
        C[0],
        p1.encode(),
        C[1],
        p3.encode(),
        C[2],
        p5.encode(),
        C[3],
        p7.encode(),
        C[4],
        p9.encode(),
        C[5],
        p11.encode(),
        p12.encode(),
        p13.encode(),
        C[6],
        p15.encode(),
        p16.encode(),
        p17.encode(),
        C[7],
        ))
    else:
        extend((
        C[0],
        put(p1, S[0], state),
        C[1],
        put(p3, S[1], state),
        C[2],
        put(p5, S[2], state),
        C[3],
        put(p7, S[3], state),
        C[4],
        put(p9, S[4], state),
        C[5],
        put(p11, S[5], state),
        put(p12, S[6], state),
        put(p13, S[7], state),
        C[6],
        put(p15, S[8], state),
        put(p16, S[9], state),
        put(p17, S[10], state),
        C[7],
        ))
    if n7:
        extend((
        C[8],
        ))
        q1 = items(n7)
        z1 = len(q1)
        meter.enter(z1, 7)
        for i1, k1 in enumerate(q1):
            if not i1 & 63: meter.check()
            p0 = k1
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                ))
            else:
                extend((
                put(p0, S[13], state),
                ))
            if (not (i1 == z1 - 1)):
                extend((
                C[9],
                ))
                pass
            pass
        extend((
        C[10],
        ))
        pass
    if n8:
        extend((
        C[11],
        ))
        q2 = items(n8)
        z2 = len(q2)
        meter.enter(z2, 7)
        for i2, k2 in enumerate(q2):
            if not i2 & 63: meter.check()
            p0 = k2
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                ))
            else:
                extend((
                put(p0, S[20], state),
                ))
            if (not (i2 == z2 - 1)):
                extend((
                C[12],
                ))
                pass
            pass
        extend((
        C[13],
        ))
        pass
    if n9:
        extend((
        C[14],
        ))
        q3 = items(n9)
        z3 = len(q3)
        meter.enter(z3, 7)
        for i3, k3 in enumerate(q3):
            if not i3 & 63: meter.check()
            p0 = k3
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                ))
            else:
                extend((
                put(p0, S[27], state),
                ))
            if (not (i3 == z3 - 1)):
                extend((
                C[15],
                ))
                pass
            pass
        extend((
        C[16],
        ))
        pass
    p1 = n10
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[17],
        p1.encode(),
        C[18],
        ))
    else:
        extend((
        C[17],
        put(p1, S[32], state),
        C[18],
        ))
    if n11:
        p1 = n11
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[19],
            p1.encode(),
            C[20],
            ))
        else:
            extend((
            C[19],
            put(p1, S[34], state),
            C[20],
            ))
        pass
    if n12:
        p1 = n12
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[21],
            p1.encode(),
            C[22],
            ))
        else:
            extend((
            C[21],
            put(p1, S[37], state),
            C[22],
            ))
        pass
    if n13:
        p1 = n13
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[23],
            p1.encode(),
            C[24],
            ))
        else:
            extend((
            C[23],
            put(p1, S[40], state),
            C[24],
            ))
        pass
    if n14:
        p1 = n14
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[25],
            p1.encode(),
            C[26],
            ))
        else:
            extend((
            C[25],
            put(p1, S[43], state),
            C[26],
            ))
        pass
    if n15:
        p1 = n16
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[27],
            p1.encode(),
            C[28],
            ))
        else:
            extend((
            C[27],
            put(p1, S[46], state),
            C[28],
            ))
        pass
    if n17:
        p1 = n18
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[29],
            p1.encode(),
            C[30],
            ))
        else:
            extend((
            C[29],
            put(p1, S[49], state),
            C[30],
            ))
        pass
    if n19:
        p1 = n20
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[31],
            p1.encode(),
            C[32],
            ))
        else:
            extend((
            C[31],
            put(p1, S[52], state),
            C[32],
            ))
        pass
    extend((
    C[33],
    ))
    q4 = items(n21)
    z4 = len(q4)
    meter.enter(z4, 10)
    for i4, k4 in enumerate(q4):
        if not i4 & 63: meter.check()
        p0 = (u if k4.__class__ is dict and (u := k4.get('职务', NO)) is not NO else attribute(k4, '职务'))
        p1 = (u if k4.__class__ is dict and (u := k4.get('姓名', NO)) is not NO else attribute(k4, '姓名'))
        p3 = (u if k4.__class__ is dict and (u := k4.get('电话', NO)) is not NO else attribute(k4, '电话'))
        if p0.__class__ is str and p1.__class__ is str and p3.__class__ is str and len(t := p0 + p1 + p3) < FREE and special(t) is None:
            extend((
            p0.encode(),
            p1.encode(),
            C[34],
            p3.encode(),
            ))
        else:
            extend((
            put(p0, S[55], state),
            put(p1, S[56], state),
            C[34],
            put(p3, S[57], state),
            ))
        if (not (i4 == z4 - 1)):
            extend((
            C[35],
            ))
            pass
        pass
    extend((
    C[36],
    ))
    if n22:
        p1 = n23
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[37],
            p1.encode(),
            C[38],
            ))
        else:
            extend((
            C[37],
            put(p1, S[62], state),
            C[38],
            ))
        pass
    if n24:
        p1 = n25
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[39],
            p1.encode(),
            C[40],
            ))
        else:
            extend((
            C[39],
            put(p1, S[65], state),
            C[40],
            ))
        pass
    extend((
    C[41],
    ))


def fill_6d8f4b413728b4ef(get, state, meter, out):
    extend = out.extend
    n0 = get('文档标题', M['文档标题'])
    p1 = n0
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[0],
        p1.encode(),
        C[1],
        ))
    else:
        extend((
        C[0],
        put(p1, S[0], state),
        C[1],
        ))
