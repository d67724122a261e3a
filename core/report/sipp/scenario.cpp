#include "core/report/sipp/scenario.h"

#include <algorithm>

namespace gb::sipp {
namespace {

/// Fit for a comment: it is not closed, and a terminal obeys nothing of it.
QByteArray commentText(const QString &text)
{
    QByteArray out;
    for (const QChar letter : text) {
        const char c = letter.unicode() >= ' ' && letter.unicode() < 0x7f ? static_cast<char>(letter.unicode()) : '?';
        if (c == '-' && out.endsWith('-'))
            out += ' ';
        out += c;
    }
    return out.endsWith('-') ? out + ' ' : out;
}

} // namespace

bool Scenario::add(const QByteArray &piece)
{
    if (m_full || m_body.size() + piece.size() > most) {
        m_full = true;
        return false;
    }
    m_body += piece;
    return true;
}

bool Scenario::comment(const QString &text)
{
    return add("  <!-- " + commentText(text) + " -->\n");
}

void Scenario::label(int number)
{
    m_body += "  <label id=\"" + QByteArray::number(number) + "\"/>\n";
}

void Scenario::jump(int label, const QByteArray &ifSet)
{
    m_body += "  <nop next=\"" + QByteArray::number(label) + '"';
    if (!ifSet.isEmpty())
        m_body += " test=\"" + ifSet + '"';
    m_body += "/>\n";
}

void Scenario::rest()
{
    m_body += "  <nop/>\n";
}

bool Scenario::send(const Text &text, bool again)
{
    if (!text.without.isEmpty())
        comment(QStringLiteral("without its headers %1").arg(QString::fromLatin1(text.without.join(", "))));
    return add("  <send" + (again ? QByteArrayLiteral(" retrans=\"500\"") : QByteArray()) + "><![CDATA[\n" + text.cdata
        + "]]></send>\n");
}

bool Scenario::pause(Duration duration)
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
    return add("  <pause milliseconds=\"" + QByteArray::number(static_cast<qint64>(millis)) + "\"/>\n");
}

bool Scenario::receive(const QByteArray &what, const QByteArray &attributes, const QByteArray &actions)
{
    QByteArray out = "  <recv " + what + attributes;
    if (actions.isEmpty())
        out += "/>\n";
    else
        out += ">\n    <action>\n" + actions + "    </action>\n  </recv>\n";
    return add(out);
}

void Scenario::use(const QByteArray &variable)
{
    if (!m_variables.contains(variable))
        m_variables.append(variable);
}

QByteArray Scenario::capture(const QByteArray &variable, const QByteArray &pattern, const QByteArray &header)
{
    for (const QByteArray &one : variable.split(','))
        use(one);
    QByteArray xml = pattern;
    xml.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    return "      <ereg regexp=\"" + xml + "\" search_in=\""
        + (header.isEmpty() ? QByteArrayLiteral("body\"") : "hdr\" header=\"" + header + ":\"") + " assign_to=\""
        + variable + "\"/>\n";
}

QByteArray Scenario::captureInside(const QByteArray &variable, const QByteArray &pattern, const QByteArray &header)
{
    return capture("all" + variable + ',' + variable, pattern, header);
}

QByteArray Scenario::verify(const QByteArray &variable, const QByteArray &user)
{
    use(variable);
    return "      <verifyauth assign_to=\"" + variable + "\" username=\"" + user + "\" password=\"[password]\"/>\n";
}

bool Scenario::respond(int status, const char *reason)
{
    return send({"SIP/2.0 " + QByteArray::number(status) + ' ' + reason
                        + "\n[last_Via:]\n[last_From:]\n[last_To:];tag=[pid]x[call_number]\n[last_Call-ID:]\n"
                          "[last_CSeq:]\nContent-Length: 0\n\n",
                    {}},
        false);
}

QByteArray Scenario::write(const QByteArray &name, const QStringList &about) const
{
    QByteArray out = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!--\n";
    for (const QString &line : about)
        out += "  " + commentText(line) + '\n';
    out += "-->\n<scenario name=\"" + name + "\">\n" + m_body;
    if (!m_variables.isEmpty())
        out += "  <Reference variables=\"" + m_variables.join(',') + "\"/>\n";
    if (m_body.isEmpty())
        out += "  <nop/>\n";
    return out + "</scenario>\n";
}

} // namespace gb::sipp
