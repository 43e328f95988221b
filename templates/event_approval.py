# ruff: noqa
# fmt: off
"""Generated from event_approval.docx; never edited."""

def fill_af4c0718ee3000ba(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('活动名称', M['活动名称'])
    n2 = get('主办单位', M['主办单位'])
    n3 = get('承办单位', M['承办单位'])
    n4 = get('批准单位', M['批准单位'])
    n5 = get('类型', M['类型'])
    n6 = get('活动时段', M['活动时段'])
    n7 = get('活动地点', M['活动地点'])
    n8 = get('预计', M['预计'])
    n9 = get('核定', M['核定'])
    n10 = get('临时搭建', M['临时搭建'])
    n11 = get('搭建单位资质', M['搭建单位资质'])
    n12 = get('安全责任人', M['安全责任人'])
    n13 = get('联系电话', M['联系电话'])
    n14 = get('方案说明', M['方案说明'])
    n15 = get('风险评估', M['风险评估'])
    n16 = get('应急预案及演练', M['应急预案及演练'])
    n17 = get('安保', M['安保'])
    n18 = get('保险', M['保险'])
    n19 = get('现场指挥部', M['现场指挥部'])
    n20 = get('许可', M['许可'])
    n21 = get('申请日期', M['申请日期'])
    n22 = get('部门意见', M['部门意见'])
    n23 = get('属地意见', M['属地意见'])
    n24 = get('空', M['空'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    p9 = n4
    p11 = n5
    p13 = n6
    p15 = n7
    p17 = n8
    p19 = n9
    p21 = n10
    p23 = n11
    p25 = n12
    p27 = n13
    p29 = n14
    p31 = n15
    p33 = n16
    p35 = n17
    p37 = n18
    p39 = n19
    p41 = n20
    p43 = n21
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and p23.__class__ is str and p25.__class__ is str and p27.__class__ is str and p29.__class__ is str and p31.__class__ is str and p33.__class__ is str and p35.__class__ is str and p37.__class__ is str and p39.__class__ is str and p41.__class__ is str and p43.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21 + p23 + p25 + p27 + p29 + p31 + p33 + p35 + p37 + p39 + p41 + p43) < FREE and special(t) is None:
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
        p13.encode(),
        C[7],
        p15.encode(),
        C[8],
        p17.encode(),
        C[9],
        p19.encode(),
        C[10],
        p21.encode(),
        C[11],
        p23.encode(),
        C[12],
        p25.encode(),
        C[13],
        p27.encode(),
        C[14],
        p29.encode(),
        C[15],
        p31.encode(),
        C[16],
        p33.encode(),
        C[17],
        p35.encode(),
        C[18],
        p37.encode(),
        C[19],
        p39.encode(),
        C[20],
        p41.encode(),
        C[21],
        p43.encode(),
        C[22],
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
        put(p13, S[6], state),
        C[7],
        put(p15, S[7], state),
        C[8],
        put(p17, S[8], state),
        C[9],
        put(p19, S[9], state),
        C[10],
        put(p21, S[10], state),
        C[11],
        put(p23, S[11], state),
        C[12],
        put(p25, S[12], state),
        C[13],
        put(p27, S[13], state),
        C[14],
        put(p29, S[14], state),
        C[15],
        put(p31, S[15], state),
        C[16],
        put(p33, S[16], state),
        C[17],
        put(p35, S[17], state),
        C[18],
        put(p37, S[18], state),
        C[19],
        put(p39, S[19], state),
        C[20],
        put(p41, S[20], state),
        C[21],
        put(p43, S[21], state),
        C[22],
        ))
    if n22:
        extend((
        C[23],
        ))
        q1 = items(n22)
        z1 = len(q1)
        meter.enter(z1, 1020)
        for i1, k1 in enumerate(q1):
            if not i1 & 63: meter.check()
            p1 = (u if k1.__class__ is dict and (u := k1.get('单位', NO)) is not NO else attribute(k1, '单位'))
            p3 = (u if k1.__class__ is dict and (u := k1.get('意见', NO)) is not NO else attribute(k1, '意见'))
            p5 = (u if k1.__class__ is dict and (u := k1.get('签字', NO)) is not NO else attribute(k1, '签字'))
            p7 = (u if k1.__class__ is dict and (u := k1.get('日期', NO)) is not NO else attribute(k1, '日期'))
            if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and len(t := p1 + p3 + p5 + p7) < FREE and special(t) is None:
                extend((
                C[24],
                p1.encode(),
                C[25],
                p3.encode(),
                C[26],
                p5.encode(),
                C[27],
                p7.encode(),
                C[28],
                ))
            else:
                extend((
                C[24],
                put(p1, S[24], state),
                C[25],
                put(p3, S[25], state),
                C[26],
                put(p5, S[26], state),
                C[27],
                put(p7, S[27], state),
                C[28],
                ))
            pass
        extend((
        C[29],
        ))
        pass
    p1 = n23
    p3 = n24
    if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
        extend((
        C[30],
        p1.encode(),
        C[31],
        p3.encode(),
        C[32],
        ))
    else:
        extend((
        C[30],
        put(p1, S[30], state),
        C[31],
        put(p3, S[31], state),
        C[32],
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
