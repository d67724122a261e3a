#include "core/client/free/elementcheck.h"

#include "core/client/configtypes.h"
#include "core/client/free/manscdptable.h"
#include "core/message/charset.h"
#include "core/message/deviceid.h"
#include "core/message/manscdp.h"

#include <QSet>
#include <QXmlStreamReader>

namespace gb {
namespace {

using Code = FreeFault::Code;
constexpr qsizetype maxFaults = 40; ///< who shows them shows fewer
constexpr QLatin1StringView envelope[] = {
    QLatin1StringView("CmdType"), QLatin1StringView("SN"), QLatin1StringView("DeviceID")};

QString textOf(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

QString parentOf(const QString &path)
{
    return path.left(std::max<qsizetype>(path.lastIndexOf(u'/'), 0));
}

/// An element of a body.
struct Element
{
    QString path;     ///< under the root
    qsizetype parent; ///< place of the element around it; -1: the root
    int line;
};

QList<Element> elementsOf(const QString &text)
{
    const qsizetype declaration = text.indexOf(u"?>"); // which names octets
    const qsizetype begin = declaration < 0 ? 0 : declaration + 2;
    const int above = static_cast<int>(QStringView(text).left(begin).count(u'\n'));
    QXmlStreamReader xml(text.mid(begin));
    QList<Element> elements;
    QList<qsizetype> open; // places of the elements around; the root first
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            const bool first = open.isEmpty();
            const qsizetype parent = first ? -1 : open.last();
            const QString name = xml.name().toString();
            if (!first)
                elements.append({parent < 0 ? name : elements[parent].path + u'/' + name, parent,
                    above + static_cast<int>(xml.lineNumber())});
            open.append(first ? -1 : elements.size() - 1);
        } else if (token == QXmlStreamReader::EndElement && !open.isEmpty()) {
            open.removeLast();
        }
    }
    return elements;
}

bool isEnvelope(const QString &path)
{
    return std::any_of(std::begin(envelope), std::end(envelope), [&](auto one) { return path == one; });
}

/// Beside those of the table: the envelope, and what the standard lets stand anywhere.
bool isFree(const QString &path)
{
    static constexpr QLatin1StringView all[] = {
        QLatin1StringView("Info"), QLatin1StringView("ExtraInfo"), QLatin1StringView("SnapShotConfig")};
    const QString first = path.section(u'/', 0, 0);
    return isEnvelope(first) || std::any_of(std::begin(all), std::end(all), [&](auto one) { return first == one; });
}

class ElementCheck
{
public:
    ElementCheck(const Manscdp &read, const QString &text, std::optional<Edition> edition);
    QList<FreeFault> faults();

private:
    struct Rule
    {
        const ManscdpElement *row;
        int place; ///< in the table
    };

    void add(Code code, const QString &a, const QString &b, int line);
    void missing();
    void strange();
    void places();
    void tooOften();
    void editions();
    void configTypes();
    const ManscdpElement *rowOf(const QString &path) const { return m_rules.value(path, {nullptr, 0}).row; }

    QLatin1StringView m_root;
    QString m_cmdType;
    QString m_configType; ///< of a ConfigDownload
    std::optional<Edition> m_edition;
    QList<Element> m_elements;
    QHash<QString, Rule> m_rules; ///< of the orders that stand there, by their paths
    QSet<QString> m_known;        ///< paths of all orders of this CmdType
    bool m_isKnown = false;
    QList<FreeFault> m_faults;
};

ElementCheck::ElementCheck(const Manscdp &read, const QString &text, std::optional<Edition> edition)
    : m_root(read.root == ManscdpRoot::Query    ? "Query"
            : read.root == ManscdpRoot::Control ? "Control"
                                                : "Response")
    , m_cmdType(read.cmdType)
    , m_configType(m_cmdType == u"ConfigDownload" ? read.detail : QString())
    , m_edition(edition)
    , m_elements(elementsOf(text))
{
    QSet<QString> there;
    for (const Element &one : std::as_const(m_elements))
        there.insert(one.path);
    for (int place = 0; const ManscdpElement &one : manscdpElements()) {
        ++place;
        if (m_root != QLatin1StringView(one.root) || m_cmdType != QLatin1StringView(one.cmdType))
            continue;
        m_isKnown = true;
        m_known.insert(textOf(one.path));
        if (*one.order == '\0' || there.contains(textOf(one.order)))
            m_rules.insert(textOf(one.path), {&one, place});
    }
}

void ElementCheck::add(Code code, const QString &a, const QString &b, int line)
{
    if (m_faults.size() >= maxFaults)
        return;
    const FreeFault fault{code, printable(a, 60), printable(b, 60), line};
    // The same of each of many items is one thing to say
    const auto same = [&](const FreeFault &one) { return one.code == code && one.a == fault.a && one.b == fault.b; };
    if (std::none_of(m_faults.begin(), m_faults.end(), same))
        m_faults.append(fault);
}

QList<FreeFault> ElementCheck::faults()
{
    if (!m_isKnown) {
        // Responses are those of devices, but for the one that we send
        if (m_root != QLatin1StringView("Response"))
            add(Code::UnknownCommand, m_root, m_cmdType, 0);
        return m_faults;
    }
    missing();
    strange();
    places();
    tooOften();
    editions();
    configTypes();
    return m_faults;
}

/// What the standard asks for in each edition is asked for.
void ElementCheck::missing()
{
    QHash<qsizetype, QSet<QString>> children;
    QHash<QString, QList<qsizetype>> wherever{{QString(), {-1}}}; // by path
    for (qsizetype i = 0; i < m_elements.size(); ++i) {
        children[m_elements[i].parent].insert(m_elements[i].path);
        wherever[m_elements[i].path].append(i);
    }
    QList<Rule> rules = m_rules.values();
    std::sort(rules.begin(), rules.end(), [](const Rule &a, const Rule &b) { return a.place < b.place; });
    for (const Rule &rule : std::as_const(rules)) {
        const QString path = textOf(rule.row->path);
        if (rule.row->least == 0)
            continue;
        for (const qsizetype around : wherever.value(parentOf(path))) {
            if (!children[around].contains(path)) {
                add(Code::MissingElement, path, m_cmdType, 0);
                break;
            }
        }
    }
}

/// What one edition has may stand there, whichever.
void ElementCheck::strange()
{
    QSet<qsizetype> within; // what is around them was told
    for (qsizetype i = 0; i < m_elements.size(); ++i) {
        const Element &one = m_elements[i];
        const bool told = within.contains(one.parent);
        if (!told && (m_known.contains(one.path) || isFree(one.path)))
            continue;
        within.insert(i);
        if (!told)
            add(Code::UnknownElement, one.path, m_cmdType, one.line);
    }
}

/// Only within one order: what two of them mean together, the standard does not say.
void ElementCheck::places()
{
    struct Last
    {
        int place = 0;
        QString path;
    };
    QHash<std::pair<qsizetype, QByteArray>, Last> last; // by the element around and the order
    Last reached;                                       // of the envelope
    for (const Element &one : std::as_const(m_elements)) {
        const auto *const part = std::find(std::begin(envelope), std::end(envelope), one.path);
        if (one.parent < 0 && part != std::end(envelope)) {
            const int place = static_cast<int>(part - std::begin(envelope));
            if (place < reached.place)
                add(Code::WrongPlace, one.path, reached.path, one.line);
            else
                reached = {place, one.path};
            continue;
        }
        const Rule rule = m_rules.value(one.path, {nullptr, 0});
        if (!rule.row)
            continue;
        if (one.parent < 0 && reached.place < static_cast<int>(std::size(envelope)))
            reached = {static_cast<int>(std::size(envelope)), one.path}; // ahead of which the envelope belongs
        Last &before = last[{one.parent, rule.row->order}];
        if (rule.place < before.place)
            add(Code::WrongPlace, one.path, before.path, one.line);
        else
            before = {rule.place, one.path};
    }
}

void ElementCheck::tooOften()
{
    QHash<std::pair<qsizetype, QString>, int> times;
    for (const Element &one : std::as_const(m_elements)) {
        const ManscdpElement *const row = rowOf(one.path);
        const bool part = one.parent < 0 && isEnvelope(one.path);
        if ((row || part) && ++times[{one.parent, one.path}] == (row ? row->most : 1) + 1)
            add(Code::TooOften, one.path, QString::number(row ? row->most : 1), one.line);
    }
}

/// Against what the device announced; else whether there is any edition that has all of it.
void ElementCheck::editions()
{
    const int wanted = m_edition ? editionName(*m_edition).toInt() : 0;
    int since = 0, until = 9999;
    QString newest;
    for (const Element &one : std::as_const(m_elements)) {
        // Of a command without elements of its own the row is the command's
        const bool command = one.parent < 0 && one.path == envelope[0];
        const ManscdpElement *const row = rowOf(command ? QString() : one.path);
        if (!row)
            continue;
        const QString name = command ? m_cmdType : one.path;
        const bool others = wanted > 0 && (wanted < row->since || wanted > row->until);
        if (others && row->since == row->until)
            add(Code::OtherEdition, name, QString::number(row->since), one.line);
        else if (others)
            add(Code::OtherEdition, name, QStringLiteral("%1-%2").arg(row->since).arg(row->until), one.line);
        else if (wanted == 0 && (row->since > until || row->until < since))
            add(Code::MixedEditions, name, newest, one.line);
        if (row->since > since || row->until < until)
            newest = name;
        since = std::max(since, row->since);
        until = std::min(until, row->until);
    }
}

/// Types are values, and have editions all the same.
void ElementCheck::configTypes()
{
    if (!m_edition)
        return;
    const auto line = std::find_if(m_elements.begin(), m_elements.end(),
        [](const Element &one) { return one.parent < 0 && one.path == u"ConfigType"; });
    for (const ConfigType *one : otherConfigTypes(m_configType, *m_edition)) {
        const QString since = editionName(one->since), until = editionName(one->until);
        add(Code::OtherEdition, QString::fromLatin1(one->name), since == until ? since : since + u'-' + until,
            line == m_elements.end() ? 0 : line->line);
    }
}

} // namespace

QList<FreeFault> checkElements(const QByteArray &body, std::optional<Edition> edition)
{
    const Manscdp read = parseManscdp(body);
    const bool ours = read.root == ManscdpRoot::Query || read.root == ManscdpRoot::Control
        || read.root == ManscdpRoot::Response;
    if (read.broken() || !ours || read.cmdType.isEmpty())
        return {};
    return ElementCheck(read, decodeBody(body).text, edition).faults();
}

} // namespace gb
