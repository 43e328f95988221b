# ruff: noqa
# fmt: off
"""Generated from circular.docx; never edited."""

def fill_33494962d23c4746(get, state, meter, out):
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
    n14 = get('签发人', M['签发人'])
    n15 = get('上行文号', M['上行文号'])
    n16 = get('红色', M['红色'])
    n17 = get('标题分行', M['标题分行'])
    n18 = get('主送', M['主送'])
    n19 = get('开头段', M['开头段'])
    n20 = get('种类', M['种类'])
    n21 = get('章', M['章'])
    n22 = get('发生时间', M['发生时间'])
    n23 = get('事故单位', M['事故单位'])
    n24 = get('地点', M['地点'])
    n25 = get('经过句', M['经过句'])
    n26 = get('伤亡句', M['伤亡句'])
    n27 = get('直接经济损失', M['直接经济损失'])
    n28 = get('等级句', M['等级句'])
    n29 = get('初步原因', M['初步原因'])
    n30 = get('原因句', M['原因句'])
    n31 = get('领导批示', M['领导批示'])
    n32 = get('批示句', M['批示句'])
    n33 = get('暴露问题', M['暴露问题'])
    n34 = get('节', M['节'])
    n35 = get('处理意见', M['处理意见'])
    n36 = get('处理意见段', M['处理意见段'])
    n37 = get('督查时间', M['督查时间'])
    n38 = get('督查组', M['督查组'])
    n39 = get('方式', M['方式'])
    n40 = get('对象及数量', M['对象及数量'])
    n41 = get('总体情况', M['总体情况'])
    n42 = get('总体情况段', M['总体情况段'])
    n43 = get('做法成效', M['做法成效'])
    n44 = get('做法成效段', M['做法成效段'])
    n45 = get('问题分组', M['问题分组'])
    n46 = get('整改句', M['整改句'])
    n47 = get('抽查时间', M['抽查时间'])
    n48 = get('抽查单位数', M['抽查单位数'])
    n49 = get('正常', M['正常'])
    n50 = get('不在岗', M['不在岗'])
    n51 = get('问题单位', M['问题单位'])
    n52 = get('到会句', M['到会句'])
    n53 = get('到会分单位', M['到会分单位'])
    n54 = get('到会情况', M['到会情况'])
    n55 = get('存在问题', M['存在问题'])
    n56 = get('交办事项', M['交办事项'])
    n57 = get('条', M['条'])
    n58 = get('工作要求', M['工作要求'])
    n59 = get('报送句', M['报送句'])
    n60 = get('联系人', M['联系人'])
    n61 = get('附件说明', M['附件说明'])
    n62 = get('落款', M['落款'])
    n63 = get('附注', M['附注'])
    n64 = get('附件页', M['附件页'])
    n65 = get('版记', M['版记'])
    n66 = get('版记主送', M['版记主送'])
    n67 = get('印发机关', M['印发机关'])
    n68 = get('印发日期', M['印发日期'])
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
        extend((
        put(n13, S[29], state),
        C[24],
        ))
        if n14:
            extend((
            put(n15, S[31], state),
            ))
            pass
        else:
            p1 = n2
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[25],
                p1.encode(),
                C[26],
                ))
            else:
                extend((
                C[25],
                put(p1, S[33], state),
                C[26],
                ))
            pass
        if n16:
            extend((
            C[27],
            ))
            pass
        else:
            extend((
            C[28],
            ))
            pass
        extend((
        C[29],
        ))
        pass
    p1 = n17
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[30],
        p1.encode(),
        C[31],
        ))
    else:
        extend((
        C[30],
        put(p1, S[39], state),
        C[31],
        ))
    if n18:
        p1 = n18
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[32],
            p1.encode(),
            C[33],
            ))
        else:
            extend((
            C[32],
            put(p1, S[41], state),
            C[33],
            ))
        pass
    p1 = n19
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[34],
        p1.encode(),
        C[35],
        ))
    else:
        extend((
        C[34],
        put(p1, S[43], state),
        C[35],
        ))
    if (n20 == '事故'):
        p1 = n21
        p3 = n22
        p5 = n23
        p7 = n24
        p9 = n25
        p11 = n26
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
            extend((
            C[36],
            p1.encode(),
            C[37],
            p3.encode(),
            C[38],
            p5.encode(),
            C[39],
            p7.encode(),
            C[40],
            p9.encode(),
            C[41],
            p11.encode(),
            ))
        else:
            extend((
            C[36],
            put(p1, S[45], state),
            C[37],
            put(p3, S[46], state),
            C[38],
            put(p5, S[47], state),
            C[39],
            put(p7, S[48], state),
            C[40],
            put(p9, S[49], state),
            C[41],
            put(p11, S[50], state),
            ))
        if n27:
            p1 = n27
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[42],
                p1.encode(),
                C[43],
                ))
            else:
                extend((
                C[42],
                put(p1, S[52], state),
                C[43],
                ))
            pass
        extend((
        C[44],
        ))
        if n28:
            p1 = n28
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[45],
                p1.encode(),
                C[46],
                ))
            else:
                extend((
                C[45],
                put(p1, S[55], state),
                C[46],
                ))
            pass
        if n29:
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
                put(p1, S[58], state),
                C[48],
                ))
            pass
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
                put(p1, S[61], state),
                C[50],
                ))
            pass
        p1 = n21
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[51],
            p1.encode(),
            C[52],
            ))
        else:
            extend((
            C[51],
            put(p1, S[63], state),
            C[52],
            ))
        q2 = items(n33)
        z2 = len(q2)
        meter.enter(z2, 271)
        for i2, k2 in enumerate(q2):
            if not i2 & 63: meter.check()
            extend((
            C[53],
            ))
            if (compare('gt', z2, 1)):
                p1 = n34
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[54],
                    p1.encode(),
                    C[55],
                    ))
                else:
                    extend((
                    C[54],
                    put(p1, S[66], state),
                    C[55],
                    ))
                pass
            p0 = (u if k2.__class__ is dict and (u := k2.get('题', NO)) is not NO else attribute(k2, '题'))
            p2 = (u if k2.__class__ is dict and (u := k2.get('文', NO)) is not NO else attribute(k2, '文'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[56],
                p2.encode(),
                C[57],
                ))
            else:
                extend((
                put(p0, S[68], state),
                C[56],
                put(p2, S[69], state),
                C[57],
                ))
            pass
        if n35:
            p1 = n21
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[58],
                p1.encode(),
                C[59],
                put(n36, S[73], state),
                ))
            else:
                extend((
                C[58],
                put(p1, S[72], state),
                C[59],
                put(n36, S[73], state),
                ))
            pass
        pass
    if (n20 == '督查'):
        p1 = n21
        p3 = n37
        p5 = n38
        p7 = n39
        p9 = n40
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9) < FREE and special(t) is None:
            extend((
            C[60],
            p1.encode(),
            C[61],
            p3.encode(),
            C[62],
            p5.encode(),
            C[63],
            p7.encode(),
            C[64],
            p9.encode(),
            C[65],
            ))
        else:
            extend((
            C[60],
            put(p1, S[77], state),
            C[61],
            put(p3, S[78], state),
            C[62],
            put(p5, S[79], state),
            C[63],
            put(p7, S[80], state),
            C[64],
            put(p9, S[81], state),
            C[65],
            ))
        if n41:
            extend((
            put(n42, S[83], state),
            ))
            pass
        if n43:
            p1 = n21
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[66],
                p1.encode(),
                C[67],
                put(n44, S[87], state),
                ))
            else:
                extend((
                C[66],
                put(p1, S[86], state),
                C[67],
                put(n44, S[87], state),
                ))
            pass
        p1 = n21
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[68],
            p1.encode(),
            C[69],
            ))
        else:
            extend((
            C[68],
            put(p1, S[89], state),
            C[69],
            ))
        q3 = items(n45)
        z3 = len(q3)
        meter.enter(z3, 271)
        for i3, k3 in enumerate(q3):
            if not i3 & 63: meter.check()
            extend((
            C[70],
            ))
            if (compare('gt', z3, 1)):
                p1 = n34
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[71],
                    p1.encode(),
                    C[72],
                    ))
                else:
                    extend((
                    C[71],
                    put(p1, S[92], state),
                    C[72],
                    ))
                pass
            p0 = (u if k3.__class__ is dict and (u := k3.get('题', NO)) is not NO else attribute(k3, '题'))
            p2 = (u if k3.__class__ is dict and (u := k3.get('文', NO)) is not NO else attribute(k3, '文'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[73],
                p2.encode(),
                C[74],
                ))
            else:
                extend((
                put(p0, S[94], state),
                C[73],
                put(p2, S[95], state),
                C[74],
                ))
            pass
        p1 = n21
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[75],
            p1.encode(),
            C[76],
            ))
        else:
            extend((
            C[75],
            put(p1, S[97], state),
            C[76],
            ))
        if n46:
            p1 = n46
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[77],
                p1.encode(),
                C[78],
                ))
            else:
                extend((
                C[77],
                put(p1, S[99], state),
                C[78],
                ))
            pass
        if n35:
            p1 = n21
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[79],
                p1.encode(),
                C[80],
                put(n36, S[103], state),
                ))
            else:
                extend((
                C[79],
                put(p1, S[102], state),
                C[80],
                put(n36, S[103], state),
                ))
            pass
        pass
    if (n20 == '值班抽查'):
        p1 = n21
        p3 = n47
        p5 = n39
        p7 = n48
        p9 = n49
        p11 = n50
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
            extend((
            C[81],
            p1.encode(),
            C[82],
            p3.encode(),
            C[83],
            p5.encode(),
            C[84],
            p7.encode(),
            C[85],
            p9.encode(),
            C[86],
            p11.encode(),
            C[87],
            ))
        else:
            extend((
            C[81],
            put(p1, S[107], state),
            C[82],
            put(p3, S[108], state),
            C[83],
            put(p5, S[109], state),
            C[84],
            put(p7, S[110], state),
            C[85],
            put(p9, S[111], state),
            C[86],
            put(p11, S[112], state),
            C[87],
            ))
        if n51:
            p1 = n21
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[88],
                p1.encode(),
                C[89],
                ))
            else:
                extend((
                C[88],
                put(p1, S[114], state),
                C[89],
                ))
            q4 = items(n51)
            z4 = len(q4)
            meter.enter(z4, 167)
            for i4, k4 in enumerate(q4):
                if not i4 & 63: meter.check()
                extend((
                C[90],
                ))
                if (compare('gt', z4, 1)):
                    p1 = n34
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[91],
                        p1.encode(),
                        C[92],
                        ))
                    else:
                        extend((
                        C[91],
                        put(p1, S[117], state),
                        C[92],
                        ))
                    pass
                p0 = (u if k4.__class__ is dict and (u := k4.get('单位', NO)) is not NO else attribute(k4, '单位'))
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    ))
                else:
                    extend((
                    put(p0, S[119], state),
                    ))
                if (u if k4.__class__ is dict and (u := k4.get('带班领导', NO)) is not NO else attribute(k4, '带班领导')):
                    p1 = (u if k4.__class__ is dict and (u := k4.get('带班领导', NO)) is not NO else attribute(k4, '带班领导'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[93],
                        p1.encode(),
                        C[94],
                        ))
                    else:
                        extend((
                        C[93],
                        put(p1, S[121], state),
                        C[94],
                        ))
                    pass
                p1 = (u if k4.__class__ is dict and (u := k4.get('句', NO)) is not NO else attribute(k4, '句'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[95],
                    p1.encode(),
                    C[96],
                    ))
                else:
                    extend((
                    C[95],
                    put(p1, S[123], state),
                    C[96],
                    ))
                pass
            pass
        if n35:
            p1 = n21
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[97],
                p1.encode(),
                C[98],
                put(n36, S[128], state),
                ))
            else:
                extend((
                C[97],
                put(p1, S[127], state),
                C[98],
                put(n36, S[128], state),
                ))
            pass
        pass
    if (n20 == '到会'):
        p1 = n21
        p3 = n52
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[99],
            p1.encode(),
            C[100],
            p3.encode(),
            C[101],
            ))
        else:
            extend((
            C[99],
            put(p1, S[132], state),
            C[100],
            put(p3, S[133], state),
            C[101],
            ))
        if n53:
            extend((
            C[102],
            ))
            q5 = items(n54)
            z5 = len(q5)
            meter.enter(z5, 2178)
            for i5, k5 in enumerate(q5):
                if not i5 & 63: meter.check()
                p3 = (u if k5.__class__ is dict and (u := k5.get('单位', NO)) is not NO else attribute(k5, '单位'))
                p5 = (u if k5.__class__ is dict and (u := k5.get('应到', NO)) is not NO else attribute(k5, '应到'))
                p7 = (u if k5.__class__ is dict and (u := k5.get('实到', NO)) is not NO else attribute(k5, '实到'))
                p9 = (u if k5.__class__ is dict and (u := k5.get('请假', NO)) is not NO else attribute(k5, '请假'))
                p11 = (u if k5.__class__ is dict and (u := k5.get('缺席', NO)) is not NO else attribute(k5, '缺席'))
                p13 = (u if k5.__class__ is dict and (u := k5.get('迟到', NO)) is not NO else attribute(k5, '迟到'))
                p15 = (u if k5.__class__ is dict and (u := k5.get('替会', NO)) is not NO else attribute(k5, '替会'))
                p17 = (u if k5.__class__ is dict and (u := k5.get('备注', NO)) is not NO else attribute(k5, '备注'))
                if p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and len(t := p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17) < FREE and special(t) is None:
                    extend((
                    C[103],
                    b'%d' % (i5 + 1),
                    C[104],
                    p3.encode(),
                    C[105],
                    p5.encode(),
                    C[106],
                    p7.encode(),
                    C[107],
                    p9.encode(),
                    C[108],
                    p11.encode(),
                    C[109],
                    p13.encode(),
                    C[110],
                    p15.encode(),
                    C[111],
                    p17.encode(),
                    C[112],
                    ))
                else:
                    extend((
                    C[103],
                    b'%d' % (i5 + 1),
                    C[104],
                    put(p3, S[137], state),
                    C[105],
                    put(p5, S[138], state),
                    C[106],
                    put(p7, S[139], state),
                    C[107],
                    put(p9, S[140], state),
                    C[108],
                    put(p11, S[141], state),
                    C[109],
                    put(p13, S[142], state),
                    C[110],
                    put(p15, S[143], state),
                    C[111],
                    put(p17, S[144], state),
                    C[112],
                    ))
                pass
            extend((
            C[113],
            ))
            pass
        if n35:
            p1 = n21
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[114],
                p1.encode(),
                C[115],
                put(n36, S[149], state),
                ))
            else:
                extend((
                C[114],
                put(p1, S[148], state),
                C[115],
                put(n36, S[149], state),
                ))
            pass
        pass
    if (n20 == '交办'):
        if n55:
            p1 = n21
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[116],
                p1.encode(),
                C[117],
                ))
            else:
                extend((
                C[116],
                put(p1, S[154], state),
                C[117],
                ))
            q6 = items(n45)
            z6 = len(q6)
            meter.enter(z6, 271)
            for i6, k6 in enumerate(q6):
                if not i6 & 63: meter.check()
                extend((
                C[118],
                ))
                if (compare('gt', z6, 1)):
                    p1 = n34
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[119],
                        p1.encode(),
                        C[120],
                        ))
                    else:
                        extend((
                        C[119],
                        put(p1, S[157], state),
                        C[120],
                        ))
                    pass
                p0 = (u if k6.__class__ is dict and (u := k6.get('题', NO)) is not NO else attribute(k6, '题'))
                p2 = (u if k6.__class__ is dict and (u := k6.get('文', NO)) is not NO else attribute(k6, '文'))
                if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    C[121],
                    p2.encode(),
                    C[122],
                    ))
                else:
                    extend((
                    put(p0, S[159], state),
                    C[121],
                    put(p2, S[160], state),
                    C[122],
                    ))
                pass
            pass
        if n56:
            p1 = n21
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[123],
                p1.encode(),
                C[124],
                ))
            else:
                extend((
                C[123],
                put(p1, S[164], state),
                C[124],
                ))
            q7 = items(n56)
            z7 = len(q7)
            meter.enter(z7, 150)
            for i7, k7 in enumerate(q7):
                if not i7 & 63: meter.check()
                extend((
                C[125],
                ))
                if (compare('gt', z7, 1)):
                    p0 = n57
                    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                        extend((
                        p0.encode(),
                        C[126],
                        ))
                    else:
                        extend((
                        put(p0, S[167], state),
                        C[126],
                        ))
                    pass
                p0 = (u if k7.__class__ is dict and (u := k7.get('题', NO)) is not NO else attribute(k7, '题'))
                p1 = (u if k7.__class__ is dict and (u := k7.get('文', NO)) is not NO else attribute(k7, '文'))
                if p0.__class__ is str and p1.__class__ is str and len(t := p0 + p1) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    p1.encode(),
                    C[127],
                    ))
                else:
                    extend((
                    put(p0, S[169], state),
                    put(p1, S[170], state),
                    C[127],
                    ))
                pass
            pass
        if n46:
            p1 = n21
            p3 = n46
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[128],
                p1.encode(),
                C[129],
                p3.encode(),
                C[130],
                ))
            else:
                extend((
                C[128],
                put(p1, S[174], state),
                C[129],
                put(p3, S[175], state),
                C[130],
                ))
            pass
        pass
    if n58:
        p1 = n21
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[131],
            p1.encode(),
            C[132],
            ))
        else:
            extend((
            C[131],
            put(p1, S[179], state),
            C[132],
            ))
        q8 = items(n58)
        z8 = len(q8)
        meter.enter(z8, 271)
        for i8, k8 in enumerate(q8):
            if not i8 & 63: meter.check()
            extend((
            C[133],
            ))
            if (compare('gt', z8, 1)):
                p1 = n34
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[134],
                    p1.encode(),
                    C[135],
                    ))
                else:
                    extend((
                    C[134],
                    put(p1, S[182], state),
                    C[135],
                    ))
                pass
            p0 = (u if k8.__class__ is dict and (u := k8.get('题', NO)) is not NO else attribute(k8, '题'))
            p2 = (u if k8.__class__ is dict and (u := k8.get('文', NO)) is not NO else attribute(k8, '文'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[136],
                p2.encode(),
                C[137],
                ))
            else:
                extend((
                put(p0, S[184], state),
                C[136],
                put(p2, S[185], state),
                C[137],
                ))
            pass
        pass
    if n59:
        p1 = n59
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[138],
            p1.encode(),
            C[139],
            ))
        else:
            extend((
            C[138],
            put(p1, S[189], state),
            C[139],
            ))
        pass
    if n60:
        extend((
        C[140],
        ))
        q9 = items(n60)
        z9 = len(q9)
        meter.enter(z9, 19)
        for i9, k9 in enumerate(q9):
            if not i9 & 63: meter.check()
            p0 = (u if k9.__class__ is dict and (u := k9.get('职务', NO)) is not NO else attribute(k9, '职务'))
            p1 = (u if k9.__class__ is dict and (u := k9.get('姓名', NO)) is not NO else attribute(k9, '姓名'))
            p3 = (u if k9.__class__ is dict and (u := k9.get('电话', NO)) is not NO else attribute(k9, '电话'))
            if p0.__class__ is str and p1.__class__ is str and p3.__class__ is str and len(t := p0 + p1 + p3) < FREE and special(t) is None:
                extend((
                p0.encode(),
                p1.encode(),
                C[141],
                p3.encode(),
                ))
            else:
                extend((
                put(p0, S[193], state),
                put(p1, S[194], state),
                C[141],
                put(p3, S[195], state),
                ))
            if (not (i9 == z9 - 1)):
                extend((
                C[142],
                ))
                pass
            pass
        extend((
        C[143],
        ))
        pass
    if n61:
        extend((
        put(n61, S[201], state),
        ))
        pass
    extend((
    put(n62, S[203], state),
    ))
    if n63:
        p1 = n63
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[144],
            p1.encode(),
            C[145],
            ))
        else:
            extend((
            C[144],
            put(p1, S[205], state),
            C[145],
            ))
        pass
    q10 = items(n64)
    z10 = len(q10)
    meter.enter(z10, 3062)
    for i10, k10 in enumerate(q10):
        if not i10 & 63: meter.check()
        p1 = (u if k10.__class__ is dict and (u := k10.get('标签', NO)) is not NO else attribute(k10, '标签'))
        p3 = (u if k10.__class__ is dict and (u := k10.get('名称分行', NO)) is not NO else attribute(k10, '名称分行'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[146],
            p1.encode(),
            C[147],
            p3.encode(),
            C[148],
            ))
        else:
            extend((
            C[146],
            put(p1, S[208], state),
            C[147],
            put(p3, S[209], state),
            C[148],
            ))
        if ((u if k10.__class__ is dict and (u := k10.get('种类', NO)) is not NO else attribute(k10, '种类')) == '问题清单'):
            extend((
            C[149],
            ))
            q11 = items(n55)
            z11 = len(q11)
            meter.enter(z11, 1772)
            for i11, k11 in enumerate(q11):
                if not i11 & 63: meter.check()
                p1 = (u if k11.__class__ is dict and (u := k11.get('序号', NO)) is not NO else attribute(k11, '序号'))
                p3 = (u if k11.__class__ is dict and (u := k11.get('单位', NO)) is not NO else attribute(k11, '单位'))
                if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                    extend((
                    C[150],
                    p1.encode(),
                    C[151],
                    p3.encode(),
                    ))
                else:
                    extend((
                    C[150],
                    put(p1, S[212], state),
                    C[151],
                    put(p3, S[213], state),
                    ))
                if (u if k11.__class__ is dict and (u := k11.get('部位', NO)) is not NO else attribute(k11, '部位')):
                    p0 = (u if k11.__class__ is dict and (u := k11.get('部位', NO)) is not NO else attribute(k11, '部位'))
                    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                        extend((
                        p0.encode(),
                        ))
                    else:
                        extend((
                        put(p0, S[215], state),
                        ))
                    pass
                p1 = (u if k11.__class__ is dict and (u := k11.get('问题', NO)) is not NO else attribute(k11, '问题'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[152],
                    p1.encode(),
                    ))
                else:
                    extend((
                    C[152],
                    put(p1, S[217], state),
                    ))
                if (u if k11.__class__ is dict and (u := k11.get('严重程度', NO)) is not NO else attribute(k11, '严重程度')):
                    p1 = (u if k11.__class__ is dict and (u := k11.get('严重程度', NO)) is not NO else attribute(k11, '严重程度'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[153],
                        p1.encode(),
                        C[154],
                        ))
                    else:
                        extend((
                        C[153],
                        put(p1, S[219], state),
                        C[154],
                        ))
                    pass
                p1 = (u if k11.__class__ is dict and (u := k11.get('依据', NO)) is not NO else attribute(k11, '依据'))
                p3 = (u if k11.__class__ is dict and (u := k11.get('整改要求', NO)) is not NO else attribute(k11, '整改要求'))
                p5 = (u if k11.__class__ is dict and (u := k11.get('责任单位', NO)) is not NO else attribute(k11, '责任单位'))
                if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
                    extend((
                    C[155],
                    p1.encode(),
                    C[156],
                    p3.encode(),
                    C[157],
                    p5.encode(),
                    ))
                else:
                    extend((
                    C[155],
                    put(p1, S[221], state),
                    C[156],
                    put(p3, S[222], state),
                    C[157],
                    put(p5, S[223], state),
                    ))
                if (u if k11.__class__ is dict and (u := k11.get('责任人', NO)) is not NO else attribute(k11, '责任人')):
                    p1 = (u if k11.__class__ is dict and (u := k11.get('责任人', NO)) is not NO else attribute(k11, '责任人'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[158],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[158],
                        put(p1, S[225], state),
                        ))
                    pass
                p1 = (u if k11.__class__ is dict and (u := k11.get('时限', NO)) is not NO else attribute(k11, '时限'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[159],
                    p1.encode(),
                    C[160],
                    ))
                else:
                    extend((
                    C[159],
                    put(p1, S[227], state),
                    C[160],
                    ))
                pass
            extend((
            C[161],
            ))
            pass
        pass
    if n65:
        extend((
        C[162],
        ))
        if (n6 or n66):
            extend((
            C[163],
            ))
            if n66:
                p1 = n66
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[164],
                    p1.encode(),
                    C[165],
                    ))
                else:
                    extend((
                    C[164],
                    put(p1, S[234], state),
                    C[165],
                    ))
                pass
            if n6:
                p1 = n6
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[166],
                    p1.encode(),
                    C[167],
                    ))
                else:
                    extend((
                    C[166],
                    put(p1, S[237], state),
                    C[167],
                    ))
                pass
            extend((
            C[168],
            ))
            pass
        p1 = n67
        p3 = n68
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[169],
            p1.encode(),
            C[170],
            p3.encode(),
            C[171],
            ))
        else:
            extend((
            C[169],
            put(p1, S[240], state),
            C[170],
            put(p3, S[241], state),
            C[171],
            ))
        pass
    extend((
    C[172],
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
