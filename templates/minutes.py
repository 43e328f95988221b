# ruff: noqa
# fmt: off
"""Generated from minutes.docx; never edited."""

def fill_fff131adb5acbb95(get, state, meter, out):
    extend = out.extend
    n0 = get('发文稿纸', M['发文稿纸'])
    n1 = get('发文机关', M['发文机关'])
    n2 = get('发文字号', M['发文字号'])
    n3 = get('紧急程度', M['紧急程度'])
    n4 = get('标题', M['标题'])
    n5 = get('主送全称', M['主送全称'])
    n6 = get('抄送', M['抄送'])
    n7 = get('附件目录', M['附件目录'])
    n8 = get('成文日期', M['成文日期'])
    n9 = get('版头', M['版头'])
    n10 = get('份号', M['份号'])
    n11 = get('密级标注', M['密级标注'])
    n12 = get('版头空行', M['版头空行'])
    n13 = get('发文机关标志', M['发文机关标志'])
    n14 = get('期号', M['期号'])
    n15 = get('制发机关', M['制发机关'])
    n16 = get('红色', M['红色'])
    n17 = get('标题分行', M['标题分行'])
    n18 = get('开头段', M['开头段'])
    n19 = get('多个议题', M['多个议题'])
    n20 = get('议题句', M['议题句'])
    n21 = get('概述', M['概述'])
    n22 = get('概述段', M['概述段'])
    n23 = get('会议要点', M['会议要点'])
    n24 = get('议定事项', M['议定事项'])
    n25 = get('短题', M['短题'])
    n26 = get('多项', M['多项'])
    n27 = get('章', M['章'])
    n28 = get('条', M['条'])
    n29 = get('附件说明', M['附件说明'])
    n30 = get('出席句', M['出席句'])
    n31 = get('请假', M['请假'])
    n32 = get('请假句', M['请假句'])
    n33 = get('列席', M['列席'])
    n34 = get('列席句', M['列席句'])
    n35 = get('记录人', M['记录人'])
    n36 = get('核稿', M['核稿'])
    n37 = get('签发', M['签发'])
    n38 = get('附件页', M['附件页'])
    n39 = get('版记', M['版记'])
    n40 = get('版记主送', M['版记主送'])
    n41 = get('印发机关', M['印发机关'])
    n42 = get('印发日期', M['印发日期'])
    extend((
    C[0],
    ))
    if n0:
        p1 = n1
        p3 = (u if n0.__class__ is dict and (u := n0.get('签发', NO)) is not NO else attribute(n0, '签发'))
        p5 = (u if n0.__class__ is dict and (u := n0.get('会签', NO)) is not NO else attribute(n0, '会签'))
        p7 = (u if n0.__class__ is dict and (u := n0.get('核稿', NO)) is not NO else attribute(n0, '核稿'))
        p9 = (u if n0.__class__ is dict and (u := n0.get('拟稿', NO)) is not NO else attribute(n0, '拟稿'))
        p11 = n2
        p13 = n3
        p15 = (u if n0.__class__ is dict and (u := n0.get('份数', NO)) is not NO else attribute(n0, '份数'))
        p17 = (u if n0.__class__ is dict and (u := n0.get('公开属性', NO)) is not NO else attribute(n0, '公开属性'))
        p19 = n4
        p21 = n5
        p23 = n6
        p25 = n7
        p27 = n1
        p29 = n8
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and p23.__class__ is str and p25.__class__ is str and p27.__class__ is str and p29.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21 + p23 + p25 + p27 + p29) < FREE and special(t) is None:
            extend((
            C[1],
            p1.encode(),
            C[2],
            p3.encode(),
            C[3],
            p5.encode(),
            C[4],
            p7.encode(),
            C[5],
            p9.encode(),
            C[6],
            p11.encode(),
            C[7],
            p13.encode(),
            C[8],
            p15.encode(),
            C[9],
            p17.encode(),
            C[10],
            p19.encode(),
            C[11],
            p21.encode(),
            C[12],
            p23.encode(),
            C[13],
            p25.encode(),
            C[14],
            p27.encode(),
            C[15],
            p29.encode(),
            C[16],
            ))
        else:
            extend((
            C[1],
            put(p1, S[1], state),
            C[2],
            put(p3, S[2], state),
            C[3],
            put(p5, S[3], state),
            C[4],
            put(p7, S[4], state),
            C[5],
            put(p9, S[5], state),
            C[6],
            put(p11, S[6], state),
            C[7],
            put(p13, S[7], state),
            C[8],
            put(p15, S[8], state),
            C[9],
            put(p17, S[9], state),
            C[10],
            put(p19, S[10], state),
            C[11],
            put(p21, S[11], state),
            C[12],
            put(p23, S[12], state),
            C[13],
            put(p25, S[13], state),
            C[14],
            put(p27, S[14], state),
            C[15],
            put(p29, S[15], state),
            C[16],
            ))
        pass
    if n9:
        if n10:
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
                put(p1, S[19], state),
                C[18],
                ))
            pass
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
                put(p1, S[22], state),
                C[20],
                ))
            pass
        if n3:
            p1 = n3
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[21],
                p1.encode(),
                C[22],
                ))
            else:
                extend((
                C[21],
                put(p1, S[25], state),
                C[22],
                ))
            pass
        q1 = items(n12)
        z1 = len(q1)
        meter.enter(z1, 53)
        for i1, k1 in enumerate(q1):
            if not i1 & 63: meter.check()
            extend((
            C[23],
            ))
            pass
        p2 = n14
        p4 = n15
        p6 = n8
        if p2.__class__ is str and p4.__class__ is str and p6.__class__ is str and len(t := p2 + p4 + p6) < FREE and special(t) is None:
            extend((
            put(n13, S[29], state),
            C[24],
            p2.encode(),
            C[25],
            p4.encode(),
            C[26],
            p6.encode(),
            C[27],
            ))
        else:
            extend((
            put(n13, S[29], state),
            C[24],
            put(p2, S[30], state),
            C[25],
            put(p4, S[31], state),
            C[26],
            put(p6, S[32], state),
            C[27],
            ))
        if n16:
            extend((
            C[28],
            ))
            pass
        else:
            extend((
            C[29],
            ))
            pass
        extend((
        C[30],
        ))
        pass
    p1 = n17
    p3 = n18
    if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
        extend((
        C[31],
        p1.encode(),
        C[32],
        p3.encode(),
        C[33],
        ))
    else:
        extend((
        C[31],
        put(p1, S[37], state),
        C[32],
        put(p3, S[38], state),
        C[33],
        ))
    if n19:
        p1 = n20
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[34],
            p1.encode(),
            C[35],
            ))
        else:
            extend((
            C[34],
            put(p1, S[40], state),
            C[35],
            ))
        pass
    if n21:
        extend((
        put(n22, S[43], state),
        ))
        pass
    q2 = items(n23)
    z2 = len(q2)
    meter.enter(z2, 149)
    for i2, k2 in enumerate(q2):
        if not i2 & 63: meter.check()
        p1 = (u if k2.__class__ is dict and (u := k2.get('提法', NO)) is not NO else attribute(k2, '提法'))
        p3 = (u if k2.__class__ is dict and (u := k2.get('句', NO)) is not NO else attribute(k2, '句'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[36],
            p1.encode(),
            C[37],
            p3.encode(),
            C[38],
            ))
        else:
            extend((
            C[36],
            put(p1, S[46], state),
            C[37],
            put(p3, S[47], state),
            C[38],
            ))
        pass
    extend((
    C[39],
    ))
    q3 = items(n24)
    z3 = len(q3)
    meter.enter(z3, 287)
    for i3, k3 in enumerate(q3):
        if not i3 & 63: meter.check()
        extend((
        C[40],
        ))
        if n25:
            if n26:
                p0 = n27
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    C[41],
                    ))
                else:
                    extend((
                    put(p0, S[52], state),
                    C[41],
                    ))
                pass
            p0 = (u if k3.__class__ is dict and (u := k3.get('题', NO)) is not NO else attribute(k3, '题'))
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                ))
            else:
                extend((
                put(p0, S[54], state),
                ))
            pass
        extend((
        C[42],
        ))
        if (not n25):
            if n26:
                p0 = n28
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    C[43],
                    ))
                else:
                    extend((
                    put(p0, S[58], state),
                    C[43],
                    ))
                pass
            p0 = (u if k3.__class__ is dict and (u := k3.get('题', NO)) is not NO else attribute(k3, '题'))
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                ))
            else:
                extend((
                put(p0, S[60], state),
                ))
            pass
        p0 = (u if k3.__class__ is dict and (u := k3.get('文', NO)) is not NO else attribute(k3, '文'))
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            ))
        else:
            extend((
            put(p0, S[62], state),
            ))
        if (u if k3.__class__ is dict and (u := k3.get('责任', NO)) is not NO else attribute(k3, '责任')):
            p1 = (u if k3.__class__ is dict and (u := k3.get('责任', NO)) is not NO else attribute(k3, '责任'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[44],
                p1.encode(),
                C[45],
                ))
            else:
                extend((
                C[44],
                put(p1, S[64], state),
                C[45],
                ))
            pass
        extend((
        C[46],
        ))
        pass
    if n29:
        extend((
        put(n29, S[68], state),
        ))
        pass
    p1 = n30
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[47],
        p1.encode(),
        C[48],
        ))
    else:
        extend((
        C[47],
        put(p1, S[70], state),
        C[48],
        ))
    if n31:
        p1 = n32
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[49],
            p1.encode(),
            C[50],
            ))
        else:
            extend((
            C[49],
            put(p1, S[72], state),
            C[50],
            ))
        pass
    if n33:
        p1 = n34
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[51],
            p1.encode(),
            C[52],
            ))
        else:
            extend((
            C[51],
            put(p1, S[75], state),
            C[52],
            ))
        pass
    if n35:
        p1 = n35
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[53],
            p1.encode(),
            C[54],
            ))
        else:
            extend((
            C[53],
            put(p1, S[78], state),
            C[54],
            ))
        pass
    if (n36 or n37):
        p1 = n36
        p3 = n37
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[55],
            p1.encode(),
            C[56],
            p3.encode(),
            C[57],
            ))
        else:
            extend((
            C[55],
            put(p1, S[81], state),
            C[56],
            put(p3, S[82], state),
            C[57],
            ))
        pass
    q4 = items(n38)
    z4 = len(q4)
    meter.enter(z4, 395)
    for i4, k4 in enumerate(q4):
        if not i4 & 63: meter.check()
        p1 = (u if k4.__class__ is dict and (u := k4.get('标签', NO)) is not NO else attribute(k4, '标签'))
        p3 = (u if k4.__class__ is dict and (u := k4.get('名称分行', NO)) is not NO else attribute(k4, '名称分行'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[58],
            p1.encode(),
            C[59],
            p3.encode(),
            C[60],
            ))
        else:
            extend((
            C[58],
            put(p1, S[85], state),
            C[59],
            put(p3, S[86], state),
            C[60],
            ))
        pass
    if n39:
        extend((
        C[61],
        ))
        if (n6 or n40):
            extend((
            C[62],
            ))
            if n40:
                p1 = n40
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[63],
                    p1.encode(),
                    C[64],
                    ))
                else:
                    extend((
                    C[63],
                    put(p1, S[91], state),
                    C[64],
                    ))
                pass
            if n6:
                p1 = n6
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[65],
                    p1.encode(),
                    C[66],
                    ))
                else:
                    extend((
                    C[65],
                    put(p1, S[94], state),
                    C[66],
                    ))
                pass
            extend((
            C[67],
            ))
            pass
        p1 = n41
        p3 = n42
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[68],
            p1.encode(),
            C[69],
            p3.encode(),
            C[70],
            ))
        else:
            extend((
            C[68],
            put(p1, S[97], state),
            C[69],
            put(p3, S[98], state),
            C[70],
            ))
        pass
    extend((
    C[71],
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
