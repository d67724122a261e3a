#include "core/capture/importer.h"

#include "core/capture/clockoffset.h"
#include "core/record/icmpnote.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace gb {
namespace {

constexpr int stepsBetweenProgress = 4096;

} // namespace

struct Importer::Input
{
    Source source;
    PcapReader reader;
    Duration ahead{};
    std::optional<Datagram> head;    ///< the next one
    std::optional<JournalNote> note; ///< or that
    bool whole = false;              ///< the next one is a message of ours
    quint8 tcpFlags = 0;
    bool ended = false;
    std::array<TimePoint, 256> lastAt{}; ///< by Datagram::source
    Duration wentBack{};                 ///< with the last packet: a jump of its card's clock

    bool waits() const { return head || note; }
    TimePoint at() const { return head ? head->at : note->at; }
    /// False where the step brought nothing.
    bool step(SignallingSieve &sieve)
    {
        Datagram datagram;
        switch (reader.step(datagram)) {
        case PcapReader::Result::Datagram:
            datagram.at -= ahead;
            noteTime(datagram);
            head = std::move(datagram);
            tcpFlags = reader.tcpFlags();
            whole = reader.isOwnRecord();
            ++source.messages;
            return true;
        case PcapReader::Result::Skipped:
            note = reader.takeNote();
            if (const IcmpError *const report = reader.icmpError(); report && sieve.concerns(*report))
                note = JournalNote{report->at, icmpnote::noteOf(*report)};
            else if (report)
                sieve.reportOfMedia(*report);
            if (note)
                note->at -= ahead;
            return note.has_value();
        case PcapReader::Result::Broken: source.error = reader.errorText(); break;
        case PcapReader::Result::End: break;
        }
        ended = true;
        return false;
    }

    void noteTime(const Datagram &datagram)
    {
        wentBack = {};
        if (datagram.fragment)
            return; // known to be cut only behind others
        TimePoint &last = lastAt[datagram.source];
        wentBack = last == TimePoint{} ? Duration::zero() : std::max(Duration::zero(), last - datagram.at);
        last = datagram.at;
    }
};

Importer::Importer() = default;
Importer::~Importer() = default;

bool Importer::open(const QStringList &paths, const Progress &progress)
{
    m_inputs.clear();
    m_sieve = SignallingSieve(true);
    m_end.reset();
    m_error.clear();
    m_jumps.clear();
    m_jumpCount = 0;
    m_size = 0;
    if (paths.isEmpty() || paths.size() > maxFiles) {
        m_error = paths.isEmpty() ? QCoreApplication::translate("Capture", "no file")
                                  : QCoreApplication::translate("Capture", "more than %1 files").arg(maxFiles);
        return false;
    }
    for (const QString &path : paths) {
        auto input = std::make_unique<Input>();
        input->source.path = path;
        if (!input->reader.open(path, static_cast<quint32>(m_inputs.size()))) {
            m_error = (paths.size() > 1 ? QFileInfo(path).fileName() + u": " : QString()) + input->reader.errorText();
            m_inputs.clear();
            return false;
        }
        m_size += static_cast<double>(QFileInfo(path).size());
        m_inputs.push_back(std::move(input));
    }
    m_size = std::max(m_size, 1.0);
    return m_inputs.size() == 1 || compareClocks(progress);
}

/// Reads the files ahead, as far as it takes; what is wrong with them shows when they are read.
bool Importer::compareClocks(const Progress &progress)
{
    ClockOffset reference;
    for (std::size_t i = 0; i < m_inputs.size(); ++i) {
        ClockOffset clock = i == 0 ? ClockOffset() : reference;
        PcapReader reader;
        Datagram message;
        const QString &path = m_inputs[i]->source.path;
        bool more = QFileInfo(path).isFile() && reader.open(path); // what comes through a pipe can be read but once
        for (int step = 0; more && reader.position() < maxCompared; ++step) {
            if (step % stepsBetweenProgress == 0 && progress
                && !progress(static_cast<double>(i) / static_cast<double>(m_inputs.size())))
                return false;
            const PcapReader::Result result = reader.step(message);
            more = result == PcapReader::Result::Datagram || result == PcapReader::Result::Skipped;
            if (result == PcapReader::Result::Datagram && SignallingSieve::looksLikeSip(message.octets))
                i == 0 ? reference.addReference(message) : clock.add(message);
        }
        if (i == 0)
            continue;
        Source &source = m_inputs[i]->source;
        source.clockOffset = clock.estimate();
        source.pairs = clock.pairs();
        m_inputs[i]->ahead = source.clockOffset.value_or(Duration{});
    }
    return true;
}

void Importer::readOne()
{
    Input *first = nullptr;
    for (const auto &input : m_inputs) {
        if (!input->waits() && !input->ended) {
            if (input->step(m_sieve))
                noteJump(*input);
            else if (!input->ended)
                return; // one packet at most
        }
        if (input->waits() && (!first || input->at() < first->at()))
            first = input.get();
    }
    if (!first)
        return end();
    if (!first->head) {
        m_note = std::exchange(first->note, std::nullopt);
        reach(m_note->at);
        return;
    }
    Datagram datagram = std::move(*first->head);
    first->head.reset();
    if (first->whole)
        m_sieve.pass(std::move(datagram));
    else
        m_sieve.take(std::move(datagram), first->tcpFlags);
}

/// A clock that was set back goes on from there.
void Importer::reach(TimePoint at)
{
    constexpr std::chrono::seconds disorder{5};
    m_last = at < m_last - disorder ? at : std::max(m_last, at);
}

void Importer::noteJump(const Input &input)
{
    if (input.wentBack < ClockWatch::least)
        return;
    ++m_jumpCount;
    if (m_jumps.size() < maxJumps)
        m_jumps.push_back({input.head->at, -input.wentBack});
}

void Importer::end()
{
    const bool broken = std::any_of(
        m_inputs.begin(), m_inputs.end(), [](const auto &input) { return !input->source.error.isEmpty(); });
    m_end = broken ? PcapReader::Result::Broken : PcapReader::Result::End;
    m_sieve.finish();
}

const QByteArray &Importer::bufferOf(const Datagram &message) const
{
    return m_inputs[message.file]->reader.buffer();
}

/// A note stands ahead of the messages that it is about.
std::optional<Datagram> Importer::nextSieved()
{
    m_note = m_sieve.takeNote();
    if (!m_note)
        return m_sieve.next();
    reach(m_note->at);
    return std::nullopt;
}

std::optional<Datagram> Importer::next(PcapReader::Result &result)
{
    result = PcapReader::Result::Datagram;
    m_note.reset();
    std::optional<Datagram> message = nextSieved();
    if (!message && !m_note && !m_end) {
        readOne();
        if (!m_note)
            message = nextSieved();
    }
    if (!message) {
        result = m_note ? result : m_end.value_or(result); // notes stand behind the last message, too
        return std::nullopt;
    }
    reach(message->at);
    return message;
}

QString Importer::errorText() const
{
    QStringList errors;
    for (const auto &input : m_inputs) {
        if (!input->source.error.isEmpty())
            errors.append((m_inputs.size() > 1 ? QFileInfo(input->source.path).fileName() + u": " : QString())
                + input->source.error);
    }
    return m_error.isEmpty() ? errors.join(u"; ") : m_error;
}

PacketCounts Importer::counts() const
{
    PacketCounts sum;
    for (const auto &input : m_inputs)
        sum += input->reader.counts();
    return sum;
}

NoteCounts Importer::noteCounts() const
{
    NoteCounts sum;
    for (const auto &input : m_inputs)
        sum += input->reader.noteCounts();
    return sum;
}

double Importer::progress() const
{
    double behind = 0;
    for (const auto &input : m_inputs)
        behind += static_cast<double>(input->reader.position());
    return behind / m_size;
}

std::vector<Importer::Source> Importer::sources() const
{
    std::vector<Source> out;
    for (const auto &input : m_inputs)
        out.push_back(input->source);
    return out;
}

} // namespace gb
