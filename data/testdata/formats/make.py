"""Makes the documents in this folder from the built-in report 001.

Needs pandoc, LibreOffice (soffice) and Chromium. The PDF with fonts that are
neither embedded nor told in Unicode comes from cidpdf() below, without tools.
Run here: python3 make.py [folder]
"""
import html, os, subprocess, sys, tempfile, zipfile, zlib, shutil

here = os.path.dirname(os.path.abspath(__file__))
out = sys.argv[1] if len(sys.argv) > 1 else here
title = "奋力开创钢城高质量发展新局面"
lines = [l.strip() for l in open(os.path.join(here, "../../reports/001_39f59c4250dafda1.txt"), encoding="utf8") if l.strip()]
paras = lines[: next(i for i, l in enumerate(lines) if l.startswith("文章内容来自网络"))]
table = [["指标", "单位", "2020年", "2021年", "比上年增长(%)"], ["地区生产总值", "亿元", "312.5", "352.8", "8.6"],
         ["固定资产投资", "亿元", "186.2", "206.3", "10.8"], ["一般公共预算收入", "亿元", "21.4", "23.9", "11.7"]]
body = "".join("<p>" + html.escape(p) + "</p>\n" for p in paras)
rows = "<table border=1>" + "".join("<tr>" + "".join("<td>" + c + "</td>" for c in r) + "</tr>" for r in table) + "</table>"


def web(style, inner):
    return f"<!DOCTYPE html><html lang=zh-CN><head><meta charset=utf-8><title>{title}</title><style>{style}</style></head><body>{inner}</body></html>"


def cms(charset):
    """A page as sites of governments are made, with what stands around an article."""
    return f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}" />
<title>{title}_济南市钢城区人民政府</title>
<meta name="SiteName" content="济南市钢城区人民政府" /><meta name="ArticleTitle" content="{title}" />
<meta name="PubDate" content="2021-08-27 16:20" /><meta name="ContentSource" content="钢城区融媒体中心" />
<script>var x = 1; document.write("<p>脚本投资99亿元。</p>");</script><style>.x {{ width: 1000px; color: red }}</style></head><body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul><form><input value="关键字"/><button>搜索</button></form></div>
<div class="location">当前位置:<a href="/">首页</a> &gt; 新闻发布会</div>
<table width="1000"><tr><td><h1>{title}</h1><div class="info">发布时间:2021-08-27 16:20 &nbsp; 来源:钢城区融媒体中心 &nbsp; 浏览次数:<span>1268</span></div>
<div class="TRS_Editor">{body}{rows}</div>
<div class="next">下一篇:<a href="2.html">区领导调研重点项目建设</a></div></td></tr></table>
<div class="foot"><p>主办:济南市钢城区人民政府办公室</p><p>联系电话:0531-75876000</p></div></body></html>"""


def write(name, data, encoding="utf8"):
    with open(os.path.join(out, name), "wb") as f:
        f.write(data if isinstance(data, bytes) else data.encode(encoding))


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def chromium(page, name):
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=" + os.path.join(out, name), page)


def cidpdf():
    """Two columns in a font of Adobe-GB1 that no file embeds, with heads and page numbers."""
    objects, kids = {}, []
    def stream(s):
        s = zlib.compress(s)
        return b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(s) + s + b"\nendstream"
    size, width, text = 12, 18, [title]
    for p in paras:
        line, room = "  ", width - 2
        for c in p:
            if room < 1:
                text.append(line)
                line, room = "", width
            line, room = line + c, room - (.5 if c.isascii() else 1)
        text.append(line)
    per = 48
    columns = [text[i:i + per] for i in range(0, len(text), per)]
    n = 5
    for at in range(0, len(columns), 2):
        ops = [b"BT /F1 9 Tf 200 800 Td <%s> Tj ET" % "钢城区新闻发布会".encode("gbk").hex().encode()]
        for c, column in enumerate(columns[at:at + 2]):
            for i, l in enumerate(column):
                x = 60 + 250 * c + (24 if l.startswith("  ") else 0)
                ops.append(b"BT /F1 %d Tf %d %d Td <%s> Tj ET" % (size, x, 770 - 15 * i, l.strip().encode("gb18030").hex().encode()))
        ops.append(b"BT /F1 9 Tf 290 30 Td <%s> Tj ET" % f"- {at // 2 + 1} -".encode("gbk").hex().encode())
        objects[n] = stream(b"\n".join(ops))
        objects[n + 1] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % n
        kids.append(n + 1)
        n += 2
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[2] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
    objects[3] = b"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [4 0 R] >>"
    objects[4] = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
    pdf, offsets = b"%PDF-1.4\n", {}
    for k in sorted(objects):
        offsets[k] = len(pdf)
        pdf += b"%d 0 obj\n" % k + objects[k] + b"\nendobj\n"
    start = len(pdf)
    pdf += b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1)
    pdf += b"".join(b"%010d 00000 n \n" % offsets[k] for k in range(1, max(objects) + 1))
    return pdf + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, start)


def sheets(tmp):
    """Workbooks whose numbers have formats: a growth of 0.086 shows 8.6%."""
    style = lambda n, f: f'<style:style style:name="c{n}" style:family="table-cell" style:data-style-name="n{n}"/>' + f
    percent = style(1, "") + '<number:percentage-style style:name="n1"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>'
    cell = lambda v: f'<table:table-cell office:value-type="string"><text:p>{v}</text:p></table:table-cell>'
    def row(r):
        name, unit, before, now, growth = r
        return "<table:table-row>" + cell(name) + cell(unit) + f'<table:table-cell office:value-type="float" office:value="{before}"><text:p>{before}</text:p></table:table-cell>' \
            f'<table:table-cell office:value-type="float" office:value="{now}"><text:p>{now}</text:p></table:table-cell>' \
            f'<table:table-cell table:style-name="c1" office:value-type="percentage" office:value="{round(float(growth) / 100, 4)}"><text:p>{growth}%</text:p></table:table-cell></table:table-row>'
    ns = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in
                  {"office": "office", "table": "table", "text": "text", "style": "style", "number": "datastyle"}.items())
    flat = f'<?xml version="1.0" encoding="UTF-8"?><office:document {ns} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">' \
        f'<office:automatic-styles>{percent}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="主要指标">' \
        "<table:table-row>" + cell("2021年钢城区国民经济主要指标") + "</table:table-row><table:table-row>" + "".join(map(cell, table[0][:4] + ["比上年增长"])) + "</table:table-row>" \
        + "".join(map(row, table[1:])) + "</table:table></office:spreadsheet></office:body></office:document>"
    open(os.path.join(tmp, "table.fods"), "w", encoding="utf8").write(flat)
    for kind in ("xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97", "ods:calc8"):
        run("soffice", "--headless", "--convert-to", kind, "--outdir", out, os.path.join(tmp, "table.fods"))
    write("table.csv", "\n".join(",".join(r) for r in table) + "\n", "gb18030")


def xlsx(path, rows, fmts, merges=()):
    # rows: list of list of None|str|(num,fmtindex)
    ns='xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    esc=lambda s:s.replace('&','&amp;').replace('<','&lt;').replace('"','&quot;')
    styles=f'<styleSheet {ns}><numFmts>'+''.join(f'<numFmt numFmtId="{200+i}" formatCode="{esc(f)}"/>' for i,f in enumerate(fmts))+'</numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'+''.join(f'<xf numFmtId="{200+i}" applyNumberFormat="1"/>' for i in range(len(fmts)))+'</cellXfs></styleSheet>'
    out=''
    for r,row in enumerate(rows):
        out+=f'<row r="{r+1}">'
        for c,v in enumerate(row):
            n=chr(65+c)+str(r+1)
            if v is None: continue
            if isinstance(v,str): out+=f'<c r="{n}" t="inlineStr"><is><t>{esc(v)}</t></is></c>'
            else: out+=f'<c r="{n}" s="{v[1]}"><v>{v[0]}</v></c>'
        out+='</row>'
    m=f'<mergeCells>'+''.join(f'<mergeCell ref="{x}"/>' for x in merges)+'</mergeCells>' if merges else ''
    z=zipfile.ZipFile(path,'w',zipfile.ZIP_DEFLATED)
    z.writestr('[Content_Types].xml','<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>')
    z.writestr('_rels/.rels','<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    z.writestr('xl/workbook.xml',f'<workbook {ns} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>')
    z.writestr('xl/_rels/workbook.xml.rels','<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>')
    z.writestr('xl/styles.xml',styles)
    z.writestr('xl/worksheets/sheet1.xml',f'<worksheet {ns}><sheetData>{out}</sheetData>{m}</worksheet>')
    z.close()


def looks(tmp):
    """Workbooks that tell units by formats, merge cells and hold dates."""
    formats = ['0.0"亿元"','0.0%','0.0','yyyy"年"m"月"','#,##0.0','0.0"%"']
    xlsx(os.path.join(out, 'table.units.xlsx'), [['济南市钢城区2022年主要经济指标'],['指标','2022年','同比'],['地区生产总值',(352.84,1),(0.086,2)],['固定资产投资',(186.2,1),(-0.031,2)],['规模以上工业增加值','',(0.05,2)]], formats, ['A1:C1'])
    xlsx(os.path.join(out, 'table.heads.xlsx'), [['济南市钢城区主要经济指标'],[None,None,None,None,'单位：亿元'],['指标','2022年',None,'2021年',None],[None,'绝对量','增长%','绝对量','增长%'],['地区生产总值',(352.84,3),(8.6,3),(320.1,3),(7.2,3)],['固定资产投资',(186.2,3),(-3.1,3),(190.1,3),(5.2,3)],['常住人口（万人）',(31.2,3),(0.1,3),(31.1,3),(0.2,3)]], formats, ['A1:E1','A3:A4','B3:C3','D3:E3'])
    xlsx(os.path.join(out, 'table.dates.xlsx'), [['钢城区主要经济指标','单位：亿元'],['指标',(44927,4),'增速'],['地区生产总值',(352.84,3),(0.086,3)],['固定资产投资',(186.2,3),(-0.031,3)]], formats, [])
    xlsx(os.path.join(out, 'table.places.xlsx'), [['济南市2022年各区县主要经济指标'],[None,None,None,None,'单位：亿元'],['区县','地区生产总值',None,'固定资产投资',None,'城镇化率'],[None,'总量','增速(%)','总量','增速(%)','(%)'],['钢城区',(352.84,3),(8.6,3),(320.1,3),(7.2,3),(65.2,3)],['莱芜区',(186.2,3),(-3.1,3),None,(5.2,3),(61,3)],['全市',(31.2,3),(0.1,3),(31.1,3),(0.2,3)]], formats, ['A1:F1','A3:A4','B3:C3','D3:E3'])
    for name in ("table.heads", "table.dates"):
        run("soffice", "--headless", "--convert-to", "xls:MS Excel 97", "--outdir", out, os.path.join(out, name + ".xlsx"))
    os.remove(os.path.join(out, "table.dates.xlsx"))
    parts = [[["指标|2", "单位|2", "2022年|1|2"], ["绝对量", "增长%"], ["地区生产总值", "亿元", "352.8", "8.6"], ["固定资产投资", "亿元", "186.2", "-3.1"]],
             [["指标|2", "2022年|1|2", "2021年|1|2"], ["绝对量（亿元）", "增长%", "绝对量（亿元）", "增长%"], ["社会消费品零售总额", "152.8", "8.6", "140.1", "5.2"]],
             [["区县", "地区生产总值", "增长%"], ["钢城区", "352.8", "8.6"], ["莱芜区", "933.5", "7.1"], ["全市", "11000", "7.1"]],
             [["指标", "单位", "2022年", "增长%"], ["一般公共预算收入", "亿元", "", "8.6"], ["进出口总额", "", "186.2", "-3.1"], ["金融机构存款余额", "亿元", "12.2", ""]]]
    cell = lambda text, rows=1, cols=1: f"<td rowspan={rows} colspan={cols}>{text}</td>"
    page = "".join("<table>" + "".join("<tr>" + "".join(cell(*c.split("|")) for c in r) + "</tr>" for r in t) + "</table>" for t in parts)
    with open(os.path.join(tmp, "table.parts.html"), "w", encoding="utf8") as f:
        f.write(web("", "<h1>济南市钢城区2022年国民经济和社会发展统计公报</h1><p>2022年，全区经济稳中有进。</p>" + page))
    lines = [["指标", "单位", "2022年", "比上年<br>增长<br>（%）"], ["地区<p>生产总值</p>", "亿元", "352.8", "8.6"], ["固定<br>资产投资", "<p>亿</p><p>元</p>", "186.2", "-3.1"]]
    with open(os.path.join(tmp, "table.lines.html"), "w", encoding="utf8") as f:
        f.write(web("", "<h1>济南市钢城区2022年国民经济和社会发展统计公报</h1><p>2022年，全区<br>经济稳中有进。</p><table>" + "".join("<tr>" + "".join(cell(c) for c in r) + "</tr>" for r in lines) + "</table>"))
    for name in ("table.parts", "table.lines"):
        run("soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "odt:writer8", "--outdir", tmp, os.path.join(tmp, name + ".html"))
        for kind in ("doc:MS Word 97", "docx:MS Word 2007 XML", "rtf:Rich Text Format"):
            run("soffice", "--headless", "--convert-to", kind, "--outdir", out, os.path.join(tmp, name + ".odt"))


with tempfile.TemporaryDirectory() as tmp:
    at = lambda name: os.path.join(tmp, name)
    clean = web("body{font-family:'Noto Serif CJK SC';font-size:16pt}p{text-indent:2em;margin:0}h1{text-align:center}", f"<h1>{title}</h1>{body}{rows}")
    open(at("report.html"), "w", encoding="utf8").write(clean)
    open(at("columns.html"), "w", encoding="utf8").write(web(
        "@page{size:A4;margin:18mm}body{font-family:'Noto Sans CJK SC';font-size:10.5pt;line-height:1.5}p{text-indent:2em;margin:0;text-align:justify}"
        "h1{text-align:center}.c{columns:2;column-gap:8mm}", f"<h1>{title}</h1><div class=c>{body}</div>"))
    md = f"---\ntitle: {title}\ndate: 2021-08-27\n---\n\n# {title}\n\n" + "\n\n".join(paras) + "\n\n" + "\n".join(
        "| " + " | ".join(r) + " |" + ("\n|" + "---|" * 5 if i == 0 else "") for i, r in enumerate(table)) + "\n"
    write("report.md", md)
    open(at("report.md"), "w", encoding="utf8").write(md)
    write("site-gb2312.html", cms("gb2312"), "gb18030")
    write("site-wrong.html", cms("gb2312"))
    write("report-utf16.txt", ("\ufeff" + "\n".join([title] + paras)).encode("utf-16-le"))
    for kind in ("docx", "odt", "epub", "rtf"):
        run("pandoc", at("report.md"), "--standalone", "-o", os.path.join(out, "pandoc." + kind))
    run("soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "odt:writer8", "--outdir", tmp, at("report.html"))
    for kind in ("doc:MS Word 97", "docx:MS Word 2007 XML", "rtf:Rich Text Format", "pdf:writer_pdf_Export"):
        run("soffice", "--headless", "--convert-to", kind, "--outdir", tmp, at("report.odt"))
    for kind in ("doc", "docx", "odt", "rtf", "pdf"):
        shutil.copy(at("report." + kind), os.path.join(out, "libreoffice." + kind))
    open(at("part-raised.html"), "w", encoding="utf8").write(web("", "<p>钢城区2022年工作报告</p><p>地区生产总值360.4<sup>3</sup>亿元。</p>"))
    for kind in ("odt", "doc", "docx", "rtf", "pdf"):
        run("soffice", "--headless", "--writer", "--convert-to", kind, "--outdir", out, at("part-raised.html"))
    chromium(at("part-raised.html"), "part-raised.chromium.pdf")
    open(at("part.html"), "w", encoding="utf8").write(web("body{font-family:'Noto Sans CJK SC'}", f"<h1>{title}</h1><p>{paras[1][:150]}</p><p>钢城区黄河流域汽车产业增长8.6%,户籍人口30万人。</p>"))
    chromium(at("part.html"), "part-chromium.pdf")
    if "all" in sys.argv:  # half a megabyte each, for the glyphs of their fonts
        chromium(at("report.html"), "chromium.pdf")
        chromium(at("columns.html"), "chromium-columns.pdf")
    write("gbk-columns.pdf", cidpdf())
    sheets(tmp)
    looks(tmp)
