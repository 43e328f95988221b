# ruff: noqa
# fmt: off
"""Generated from rectify_order.docx; never edited."""

def fill_9f5f868915ef2550(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('文号', M['文号'])
    n2 = get('检查单位', M['检查单位'])
    n3 = get('被检查单位', M['被检查单位'])
    n4 = get('检查时间', M['检查时间'])
    n5 = get('检查地点', M['检查地点'])
    n6 = get('隐患', M['隐患'])
    n7 = get('法律依据', M['法律依据'])
    n8 = get('整改要求', M['整改要求'])
    n9 = get('整改时限', M['整改时限'])
    n10 = get('复查时间', M['复查时间'])
    n11 = get('临时措施', M['临时措施'])
    n12 = get('逾期后果', M['逾期后果'])
    n13 = get('检查人员名单', M['检查人员名单'])
    n14 = get('签收人', M['签收人'])
    n15 = get('日期', M['日期'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    p9 = n4
    p11 = n5
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
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
        C[6],
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
        C[6],
        ))
    q1 = items(n6)
    z1 = len(q1)
    meter.enter(z1, 1252)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('序号', NO)) is not NO else attribute(k1, '序号'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('隐患', NO)) is not NO else attribute(k1, '隐患'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('法律依据', NO)) is not NO else attribute(k1, '法律依据'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('整改要求', NO)) is not NO else attribute(k1, '整改要求'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('整改时限', NO)) is not NO else attribute(k1, '整改时限'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9) < FREE and special(t) is None:
            extend((
            C[7],
            p1.encode(),
            C[8],
            p3.encode(),
            C[9],
            p5.encode(),
            C[10],
            p7.encode(),
            C[11],
            p9.encode(),
            C[12],
            ))
        else:
            extend((
            C[7],
            put(p1, S[7], state),
            C[8],
            put(p3, S[8], state),
            C[9],
            put(p5, S[9], state),
            C[10],
            put(p7, S[10], state),
            C[11],
            put(p9, S[11], state),
            C[12],
            ))
        pass
    p1 = n7
    p3 = n8
    p5 = n9
    p7 = n10
    p9 = n11
    p11 = n12
    p13 = n13
    p15 = n14
    p17 = n15
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17) < FREE and special(t) is None:
        extend((
        C[13],
        p1.encode(),
        C[14],
        p3.encode(),
        C[15],
        p5.encode(),
        C[16],
        p7.encode(),
        C[17],
        p9.encode(),
        C[18],
        p11.encode(),
        C[19],
        p13.encode(),
        C[20],
        p15.encode(),
        C[21],
        p17.encode(),
        C[22],
        ))
    else:
        extend((
        C[13],
        put(p1, S[13], state),
        C[14],
        put(p3, S[14], state),
        C[15],
        put(p5, S[15], state),
        C[16],
        put(p7, S[16], state),
        C[17],
        put(p9, S[17], state),
        C[18],
        put(p11, S[18], state),
        C[19],
        put(p13, S[19], state),
        C[20],
        put(p15, S[20], state),
        C[21],
        put(p17, S[21], state),
        C[22],
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
