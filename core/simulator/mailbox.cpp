#include "core/simulator/mailbox.h"

#include <algorithm>

namespace gb {
namespace {

constexpr const char contentType[] = "Application/MANSCDP+xml";
constexpr quint32 usualCSeq = 20; ///< as devices with eXosip have it

} // namespace

void setBody(SipRequest &request, const DeviceModel &model, const XmlElement &root)
{
    const QByteArray label = model.behaviour->charset.toLatin1();
    request.contentType = contentType;
    request.body = writeXml(root, label, label == "UTF-8" ? Charset::Utf8 : Charset::Gb18030);
}

void Mailbox::add(Pages pages, TimePoint at, Duration gap)
{
    if (m_letters.size() >= maxLetters) {
        ++m_dropped;
        return;
    }
    m_letters.push_back({.pages = std::move(pages), .at = at, .gap = gap});
}

void Mailbox::add(const XmlElement &message, TimePoint at)
{
    SipRequest request;
    setBody(request, m_model, message);
    add([body = request.body](qsizetype page) { return page == 0 ? body : QByteArray(); }, at);
}

void Mailbox::add(Answer answer, TimePoint at)
{
    const Duration gap = answer.endless ? Duration(endlessGap) : Duration{};
    const TimePoint begin = at + answer.delay;
    auto pages = [answer = std::move(answer), behaviour = m_model.behaviour](qsizetype page) {
        const std::optional<XmlElement> response = responseOf(answer, *behaviour, page / answer.copies);
        return response ? octetsOf(answer, *response) : QByteArray();
    };
    add(Pages(std::move(pages)), begin, gap);
}

void Mailbox::clear()
{
    for (const Letter &letter : m_letters)
        m_line.abandon(letter.waits);
    m_letters.clear();
}

TimePoint Mailbox::deadline() const
{
    TimePoint first = never;
    for (const Letter &letter : m_letters)
        first = letter.waits ? first : std::min(first, letter.at);
    return first;
}

/// False: it has ended.
bool Mailbox::send(Letter &letter, TimePoint now)
{
    SipRequest request = m_line.newRequest("MESSAGE", true);
    request.body = letter.pages(letter.page);
    if (request.body.isEmpty())
        return false;
    request.contentType = contentType;
    request.cseq = usualCSeq;
    request.from += ";tag=" + newTag();
    ++letter.page;
    letter.waits = m_line.start(writeRequest(request), now);
    m_sent += letter.waits ? 1 : 0;
    return bool(letter.waits);
}

void Mailbox::advance(TimePoint now)
{
    for (Letter &letter : m_letters)
        letter.over = !letter.waits && letter.at <= now && !send(letter, now);
    std::erase_if(m_letters, [](const Letter &letter) { return letter.over; });
}

bool Mailbox::answered(TransactionId id, const SipHead &head, TimePoint now)
{
    const auto found = std::find_if(
        m_letters.begin(), m_letters.end(), [&](const Letter &letter) { return letter.waits == id; });
    if (found == m_letters.end())
        return false;
    if (head.status >= 300) {
        m_letters.erase(found);
        return true;
    }
    found->waits = {};
    found->at = now + found->gap;
    advance(now);
    return true;
}

bool Mailbox::failed(TransactionId id)
{
    return std::erase_if(m_letters, [&](const Letter &letter) { return letter.waits == id; }) > 0;
}

} // namespace gb
