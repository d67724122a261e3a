#include "core/report/page/style.h"

#include <QRegularExpression>

namespace gb::page {
namespace {

constexpr char light[] = "--paper:#fff;--ink:#1b1f24;--soft:#c8ccd2;--muted:#57606a;--line:#0b57a4;--bad:#b3261e;--"
                         "good:#1a7f37;--doubt:#8a5a00;--proof:#fff3c4;--away:#f6c9c6;--box:#f4f6f8";
constexpr char layout[] = R"(
@media (prefers-color-scheme:dark){:root{--paper:#16191d;--ink:#e6e8eb;--soft:#444b54;--muted:#a4adb8;--line:#7cb7ff;--bad:#ff8a80;--good:#6fdd8b;--doubt:#e6b450;--proof:#4a4220;--away:#5e2a28;--box:#21262c}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#bbb;--muted:#444;--line:#0b57a4;--bad:#a00;--good:#060;--doubt:#750;--proof:#fff3c4;--away:#f6c9c6;--box:#f6f6f6}section.device{break-before:page}details>*{display:block}a{color:inherit}}
*{box-sizing:border-box}
body{background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,"Segoe UI","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:0 auto;max-width:1100px;padding:20px}
h1{font-size:24px;margin:0 0 4px}h2{font-size:19px;margin:32px 0 8px;border-bottom:1px solid var(--soft)}h3{font-size:16px;margin:20px 0 6px}
p{margin:4px 0}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:4px 10px 4px 0;border-bottom:1px solid var(--soft)}
th{color:var(--muted);font-weight:600}.id,pre,svg text{font-family:ui-monospace,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace}
.goodtext{color:var(--good)}.doubttext{color:var(--doubt)}
.verdict{font-size:18px;margin:10px 0;padding:10px 14px;background:var(--box);border-left:5px solid var(--muted)}.verdict.bad{border-color:var(--bad)}.verdict.doubt{border-color:var(--doubt)}.verdict.good{border-color:var(--good)}
ol.chain{display:flex;flex-wrap:wrap;gap:8px;list-style:none;padding:0;margin:8px 0}ol.chain li{flex:1 1 150px;background:var(--box);border-top:4px solid var(--soft);padding:6px 10px}
ol.chain li.bad{border-color:var(--bad)}ol.chain li.doubt{border-color:var(--doubt)}ol.chain li.good{border-color:var(--good)}ol.chain b{display:block}
.finding{margin:10px 0;padding:8px 14px;background:var(--box)}.finding h3{margin:0}
pre{background:var(--box);padding:8px;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;font-size:12px;margin:4px 0 10px}
.scroll{overflow-x:auto}svg{max-width:none;height:auto}
summary{cursor:pointer;color:var(--line)}a{color:var(--line)}
)";
/// Of what stands in pictures too.
constexpr char pictures[] = R"(.muted{color:var(--muted);fill:var(--muted)}.badtext{color:var(--bad);fill:var(--bad)}
svg text{font-size:12px}svg .text{fill:var(--ink)}svg .line{stroke:var(--line);fill:none;stroke-width:1.4}svg .bad{stroke:var(--bad);fill:none;stroke-width:1.4}svg .soft{stroke:var(--soft);fill:none}svg .good{stroke:var(--good);fill:none;stroke-width:1.4}svg .proof{fill:var(--proof)}svg .away{fill:var(--away)}
)";

} // namespace

QString pageStyle()
{
    return QStringLiteral("\n:root{") + QLatin1String(light) + u'}' + QLatin1String(layout) + QLatin1String(pictures);
}

QString pictureStyle()
{
    static const QRegularExpression colour(QStringLiteral("--(\\w+):([^;]+)"));
    QString out = QStringLiteral(
                      "svg text{font-family:Consolas,\"DejaVu Sans Mono\",\"Noto Sans Mono CJK SC\",monospace}\n")
        + QLatin1String(pictures);
    const QString colours = QLatin1String(light);
    for (auto it = colour.globalMatch(colours); it.hasNext();) {
        const QRegularExpressionMatch one = it.next();
        out.replace(QStringLiteral("var(--%1)").arg(one.captured(1)), one.captured(2));
    }
    return out;
}

} // namespace gb::page
