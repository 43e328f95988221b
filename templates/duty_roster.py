# ruff: noqa
# fmt: off
"""Generated from duty_roster.docx; never edited."""

def fill_cbcc0fc6735ee4c3(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('单位', M['单位'])
    n2 = get('报送时限', M['报送时限'])
    n3 = get('值班地点', M['值班地点'])
    n4 = get('固定电话', M['固定电话'])
    n5 = get('传真', M['传真'])
    n6 = get('总带班领导', M['总带班领导'])
    n7 = get('值班安排', M['值班安排'])
    n8 = get('应急队伍待命', M['应急队伍待命'])
    n9 = get('驾驶员车辆', M['驾驶员车辆'])
    n10 = get('请假备案', M['请假备案'])
    n11 = get('填报人', M['填报人'])
    n12 = get('审核人', M['审核人'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    p9 = n4
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9) < FREE and special(t) is None:
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
        ))
    if n5:
        p1 = n5
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[5],
            p1.encode(),
            ))
        else:
            extend((
            C[5],
            put(p1, S[6], state),
            ))
        pass
    if n6:
        p1 = n6
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[6],
            p1.encode(),
            ))
        else:
            extend((
            C[6],
            put(p1, S[9], state),
            ))
        pass
    extend((
    C[7],
    ))
    q1 = items(n7)
    z1 = len(q1)
    meter.enter(z1, 1719)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('日期', NO)) is not NO else attribute(k1, '日期'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('星期', NO)) is not NO else attribute(k1, '星期'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('带班', NO)) is not NO else attribute(k1, '带班'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('带班电话', NO)) is not NO else attribute(k1, '带班电话'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('值班', NO)) is not NO else attribute(k1, '值班'))
        p11 = (u if k1.__class__ is dict and (u := k1.get('值班电话', NO)) is not NO else attribute(k1, '值班电话'))
        p13 = (u if k1.__class__ is dict and (u := k1.get('备班', NO)) is not NO else attribute(k1, '备班'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13) < FREE and special(t) is None:
            extend((
            C[8],
            p1.encode(),
            C[9],
            p3.encode(),
            C[10],
            p5.encode(),
            C[11],
            p7.encode(),
            C[12],
            p9.encode(),
            C[13],
            p11.encode(),
            C[14],
            p13.encode(),
            C[15],
            ))
        else:
            extend((
            C[8],
            put(p1, S[12], state),
            C[9],
            put(p3, S[13], state),
            C[10],
            put(p5, S[14], state),
            C[11],
            put(p7, S[15], state),
            C[12],
            put(p9, S[16], state),
            C[13],
            put(p11, S[17], state),
            C[14],
            put(p13, S[18], state),
            C[15],
            ))
        pass
    extend((
    C[16],
    ))
    q2 = items(n8)
    z2 = len(q2)
    meter.enter(z2, 167)
    for i2, k2 in enumerate(q2):
        if not i2 & 63: meter.check()
        p1 = k2
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[17],
            p1.encode(),
            C[18],
            ))
        else:
            extend((
            C[17],
            put(p1, S[21], state),
            C[18],
            ))
        pass
    q3 = items(n9)
    z3 = len(q3)
    meter.enter(z3, 167)
    for i3, k3 in enumerate(q3):
        if not i3 & 63: meter.check()
        p1 = k3
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[19],
            p1.encode(),
            C[20],
            ))
        else:
            extend((
            C[19],
            put(p1, S[24], state),
            C[20],
            ))
        pass
    q4 = items(n10)
    z4 = len(q4)
    meter.enter(z4, 200)
    for i4, k4 in enumerate(q4):
        if not i4 & 63: meter.check()
        p1 = (u if k4.__class__ is dict and (u := k4.get('姓名', NO)) is not NO else attribute(k4, '姓名'))
        p3 = (u if k4.__class__ is dict and (u := k4.get('起', NO)) is not NO else attribute(k4, '起'))
        p5 = (u if k4.__class__ is dict and (u := k4.get('止', NO)) is not NO else attribute(k4, '止'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
            extend((
            C[21],
            p1.encode(),
            C[22],
            p3.encode(),
            C[23],
            p5.encode(),
            ))
        else:
            extend((
            C[21],
            put(p1, S[27], state),
            C[22],
            put(p3, S[28], state),
            C[23],
            put(p5, S[29], state),
            ))
        if (u if k4.__class__ is dict and (u := k4.get('去向', NO)) is not NO else attribute(k4, '去向')):
            p1 = (u if k4.__class__ is dict and (u := k4.get('去向', NO)) is not NO else attribute(k4, '去向'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[24],
                p1.encode(),
                ))
            else:
                extend((
                C[24],
                put(p1, S[31], state),
                ))
            pass
        if (u if k4.__class__ is dict and (u := k4.get('电话', NO)) is not NO else attribute(k4, '电话')):
            p1 = (u if k4.__class__ is dict and (u := k4.get('电话', NO)) is not NO else attribute(k4, '电话'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[25],
                p1.encode(),
                ))
            else:
                extend((
                C[25],
                put(p1, S[34], state),
                ))
            pass
        if (u if k4.__class__ is dict and (u := k4.get('返岗所需时间', NO)) is not NO else attribute(k4, '返岗所需时间')):
            p1 = (u if k4.__class__ is dict and (u := k4.get('返岗所需时间', NO)) is not NO else attribute(k4, '返岗所需时间'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[26],
                p1.encode(),
                ))
            else:
                extend((
                C[26],
                put(p1, S[37], state),
                ))
            pass
        extend((
        C[27],
        ))
        pass
    p1 = n11
    p3 = n12
    if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
        extend((
        C[28],
        p1.encode(),
        C[29],
        p3.encode(),
        C[30],
        ))
    else:
        extend((
        C[28],
        put(p1, S[40], state),
        C[29],
        put(p3, S[41], state),
        C[30],
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
