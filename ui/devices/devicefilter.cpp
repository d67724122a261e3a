#include "ui/devices/devicefilter.h"

#include "core/report/words/wording.h"

#include <algorithm>

namespace gb::ui {
namespace {

constexpr qsizetype maxSentences = 4096;
constexpr std::size_t smallGaps = 64 * 1024;

QByteArray folded(const QString &text)
{
    return text.toCaseFolded().toUtf8();
}

void append(std::string &to, const QString &text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (!ascii) {
        const QByteArray octets = folded(text);
        to.append(octets.constData(), static_cast<std::size_t>(octets.size()));
    } else {
        for (const QChar c : text)
            to += c >= u'A' && c <= u'Z' ? static_cast<char>(c.unicode() + 0x20) : static_cast<char>(c.unicode());
    }
    to += '\n'; // no word goes across
}

/// Tenths of a second, as the reason shows them.
qint64 tenths(Duration duration)
{
    return (duration.count() + 50'000) / 100'000;
}

} // namespace

DeviceFilter::Change DeviceFilter::setWords(const QString &text)
{
    std::vector<std::string> words;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        words.push_back(folded(word).toStdString());
    if (words == m_words)
        return Change::None;
    const bool narrower = std::all_of(m_words.begin(), m_words.end(), [&](const std::string &old) {
        return std::any_of(
            words.begin(), words.end(), [&](const std::string &word) { return word.find(old) != std::string::npos; });
    });
    m_words = std::move(words);
    return narrower ? Change::Narrower : Change::Other;
}

bool DeviceFilter::matches(Slot slot) const
{
    const Place &place = m_places[slot];
    const std::string_view text(m_buffer.data() + place.at, place.size);
    return std::all_of(m_words.begin(), m_words.end(),
        [&text](const std::string &word) { return text.find(word) != std::string_view::npos; });
}

void DeviceFilter::set(Slot slot, const DeviceSnapshot &device, const QString &name)
{
    m_made.clear();
    append(m_made, device.id);
    append(m_made, name);
    append(m_made, columnText(device, name, DeviceColumn::Address, {}));
    append(m_made, device.userAgent);
    const QByteArray said = sentence(device);
    m_made.append(said.constData(), static_cast<std::size_t>(said.size()));

    if (slot >= m_places.size())
        m_places.resize(std::max<std::size_t>(slot + 1, m_places.size() * 2));
    Place &place = m_places[slot];
    const auto size = static_cast<quint32>(m_made.size());
    if (size > place.room) {
        m_gaps += place.room;
        place = {.at = m_buffer.size(), .size = size, .room = size};
        m_buffer += m_made;
    } else {
        m_buffer.replace(place.at, size, m_made);
        place.size = size;
    }
    if (m_gaps > smallGaps && m_gaps > m_buffer.size() / 2)
        closeGaps();
}

void DeviceFilter::clear(Slot slot)
{
    m_gaps += m_places[slot].room;
    m_places[slot] = {};
}

void DeviceFilter::closeGaps()
{
    std::string closed;
    closed.reserve(m_buffer.size() - m_gaps);
    for (Place &place : m_places) {
        const std::size_t at = closed.size();
        closed.append(m_buffer, place.at, place.size);
        place = {.at = at, .size = place.size, .room = place.size};
    }
    m_buffer = std::move(closed);
    m_gaps = 0;
}

/// Most devices of a site say one of a few sentences; putting them together takes longer than all the rest.
QByteArray DeviceFilter::sentence(const DeviceSnapshot &device)
{
    const auto make = [&device]() -> QByteArray {
        return folded(wording::state(device.verdict.state)) + '\n' + folded(wording::lastingSentence(device));
    };
    if (!device.reason.a.isEmpty() || !device.reason.b.isEmpty() || !device.problem.a.isEmpty()
        || !device.problem.b.isEmpty() || device.isMissing() || device.contact.registeredAt())
        return make();
    const quint64 key = static_cast<quint64>(tenths(device.medianInterval)) << 32
        | static_cast<quint64>(device.facts.lastBeat.has_value()) << 24
        | static_cast<quint64>(device.verdict.state) << 16 | static_cast<quint64>(device.reason.code) << 8
        | static_cast<quint64>(device.problem.code);
    if (m_sentences.size() >= maxSentences)
        m_sentences.clear();
    QByteArray &kept = m_sentences[key];
    if (kept.isEmpty())
        kept = make();
    return kept;
}

bool DeviceFilter::differ(const DeviceSnapshot &before, const DeviceSnapshot &after)
{
    return before.verdict.state != after.verdict.state
        || before.facts.lastBeat.has_value() != after.facts.lastBeat.has_value()
        || before.contact.registeredAt().has_value() != after.contact.registeredAt().has_value()
        || before.facts.phaseSince != after.facts.phaseSince || before.isMissing() != after.isMissing()
        || tenths(before.medianInterval) != tenths(after.medianInterval) || before.reason != after.reason
        || before.problem != after.problem || before.transport != after.transport || before.address != after.address
        || before.userAgent != after.userAgent || before.name != after.name;
}

} // namespace gb::ui
