#include "core/report/stages.h"

#include <utility>

namespace gb {
namespace {

constexpr const char *secret = "a secret", *original = "what has a pseudonym";

} // namespace

Stages::Stages(Profile profile, const QList<QByteArray> &passwords, PseudonymMap map)
    : redaction(passwords)
    , pseudonyms(profile, std::move(map))
    , m_profile(profile)
{
}

void Stages::learn(const Datagram &datagram)
{
    redaction.learn(datagram.octets);
    pseudonyms.learn(datagram);
}

void Stages::learned()
{
    redaction.learned();
    pseudonyms.learned();
}

CleanMessage Stages::clean(const Trace &trace)
{
    CleanMessage message = m_profile == Profile::None
        ? CleanMessage{.datagram = trace.datagram, .summary = summarise(trace)}
        : redaction.clean(trace);
    pseudonyms.clean(trace, message);
    m_sequences.move(trace.datagram, message.datagram);
    message.datagram.octets.detach(); // they are the reader's, and who keeps the message has it longer
    return message;
}

const char *Stages::left(const CleanMessage &message) const
{
    if (message.left)
        return secret;
    const auto shows = [this](const Endpoint &end) { return pseudonyms.showsNumbers(end.text().toUtf8()); };
    const Datagram &datagram = message.datagram;
    const bool shown = pseudonyms.works()
        && (pseudonyms.shows(datagram.octets) || shows(datagram.from) || shows(datagram.to));
    return shown ? original : nullptr;
}

const char *Stages::left(const Written &written) const
{
    if (m_profile != Profile::None && redaction.shows(written.quoted))
        return secret;
    const bool shown = pseudonyms.showsNumbers(written.octets) || pseudonyms.showsNumbers(written.quoted);
    return shown ? original : nullptr;
}

} // namespace gb
