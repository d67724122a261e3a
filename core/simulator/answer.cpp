#include "core/simulator/answer.h"

#include <algorithm>

namespace gb {
namespace {

constexpr const char bombText[]
    = "<?xml version=\"1.0\"?>\r\n<!DOCTYPE Response [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
      "\"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>\r\n";

/// The place of the list's page that goes out as number `page`; -1 behind the last one.
qsizetype listPage(const Answer &answer, qsizetype page)
{
    const qsizetype pages = answer.list->pages();
    if (answer.endless)
        return pages == 0 ? page : page % pages;
    if (answer.repeatedPage >= 0 && page > answer.repeatedPage)
        --page;
    if (answer.skippedPage >= 0 && pages > 1 && page >= std::min<qsizetype>(answer.skippedPage, pages - 1))
        ++page;
    return page < pages ? page : -1;
}

/// Items of that page, and SumNum ahead of them. Without items there is no list (annex M).
void addList(QList<XmlElement> &out, const Answer &answer, qsizetype page)
{
    const AnswerList &list = *answer.list;
    if (list.sumNum)
        out << XmlElement{"SumNum", list.total + answer.sumNumOffset};
    XmlElement element(list.name, QList<XmlElement>());
    qsizetype first = page * list.perPage, end = std::min(list.total, first + list.perPage);
    if (answer.skippedPage >= 0 && list.pages() == 1)
        --end; // one page: its last item is missing
    for (qsizetype index = first; index < end; ++index)
        element.children << list.item(index);
    if (element.children.isEmpty())
        return;
    element.attributes.append({QStringLiteral("Num"), QString::number(element.children.size())});
    if (answer.strange)
        element.children.last().children << XmlElement{"VendorExtension", "1"};
    out << element;
}

/// Those that the vendor puts first come first, others keep their order.
void sort(QList<XmlElement> &elements, const QStringList &order)
{
    const auto rank = [&order](const XmlElement &element) {
        const qsizetype place = order.indexOf(element.name);
        return place < 0 ? order.size() : place;
    };
    std::stable_sort(
        elements.begin(), elements.end(), [&](const XmlElement &a, const XmlElement &b) { return rank(a) < rank(b); });
}

void rename(XmlElement &element, const QHash<QString, QString> &names)
{
    if (names.isEmpty())
        return;
    element.name = names.value(element.name, element.name);
    for (XmlElement &child : element.children)
        rename(child, names);
}

XmlElement envelope(const Answer &answer, QList<XmlElement> elements)
{
    XmlElement root("Response", QList<XmlElement>());
    const QString sn = QString::number(answer.sn);
    if (answer.attributes)
        root.attributes = {{QStringLiteral("CmdType"), answer.cmdType}, {QStringLiteral("SN"), sn}};
    else
        root.children << XmlElement{"CmdType", answer.cmdType} << XmlElement{"SN", sn};
    root.children << XmlElement{"DeviceID", answer.deviceId};
    if (answer.strange)
        root.children << XmlElement{"VendorElement", QList<XmlElement>{{"Depth", 1}, {"Word", "strange"}}};
    root.children += elements;
    return root;
}

} // namespace

void Answer::setResult(const char *word)
{
    for (QList<XmlElement> &body : bodies) {
        const auto found = std::find_if(
            body.begin(), body.end(), [](const XmlElement &one) { return one.name == u"Result"; });
        if (found == body.end())
            body.prepend({"Result", word});
        else
            found->text = QString::fromLatin1(word);
    }
}

std::optional<XmlElement> responseOf(const Answer &answer, const DeviceBehaviour &behaviour, qsizetype page)
{
    QList<XmlElement> elements;
    if (answer.list) {
        const qsizetype place = page == 0 && answer.list->pages() == 0 ? 0 : listPage(answer, page);
        if (place < 0 || answer.bodies.isEmpty())
            return std::nullopt;
        elements = answer.bodies.constFirst();
        addList(elements, answer, place);
    } else {
        const qsizetype count = answer.bodies.size();
        if (count == 0 || (page >= count && !answer.endless))
            return std::nullopt;
        elements = answer.bodies.at(page % count);
    }
    sort(elements, behaviour.order.value(answer.cmdType));
    XmlElement root = envelope(answer, std::move(elements));
    rename(root, behaviour.elements);
    return root;
}

QByteArray octetsOf(const Answer &answer, const XmlElement &response)
{
    QByteArray octets = writeXml(response, answer.label, answer.charset);
    if (answer.bomb) {
        octets.replace(0, octets.indexOf('\n') + 1, bombText);
        octets.replace("<DeviceID>", "<DeviceName>&d;</DeviceName>\r\n<DeviceID>");
    }
    return octets;
}

} // namespace gb
