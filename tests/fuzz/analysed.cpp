#include "core/report/words/findingwords.h"
#include "core/report/words/wording.h"
#include "core/session/analysis.h"
#include "core/session/readahead.h"
#include "tests/fuzz/harness.h"

#include <QDirIterator>
#include <QFile>

/// Analyses every file of the folders and files that are given, as `gbscope-cli analyze` does, and says all that there
/// is to say about it: a capture as it is, anything else as a message that a device sends. Built with sanitizers, it
/// ends at the first thing that they find; the last line names the file.
namespace {

using namespace gb;
using fuzz::require;

/// Nothing of the network moves a terminal's cursor or turns the writing round.
bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isPrint() && c.category() != QChar::Other_Format && c.category() != QChar::Other_Control;
    });
}

void sayAll(Analysis &analysis, TimePoint last)
{
    analysis.advance(last);
    const Batch batch = analysis.take(last);
    for (const MessageSummary &message : batch.messages)
        require(!arrowLabel(message).isNull() || message.octets == 0, "each message has a label");
    for (const Finding &finding : analysis.findings().log().all()) {
        require(!wording::finding(finding).title.isEmpty() && !wording::culprit(finding).isEmpty(),
            "each finding has its words");
        require(finding.first <= finding.last, "a finding begins ahead of its end");
        for (const wording::CauseText &cause : wording::competingCauses(finding)) {
            require(!cause.cause.isEmpty() && !cause.toTell.isEmpty(), "each cause has its words");
            for (const QString &line : wording::evidenceLines(cause))
                require(isPlain(line), "what speaks for a cause is safe to show");
        }
    }
    for (const DeviceSnapshot &device : analysis.devices().snapshots()) {
        wording::sentence(device, last);
        wording::note(device.reason);
        wording::note(device.problem);
        const HeartbeatTruth &truth = *analysis.devices().truth(device.id);
        for (qsizetype i = 0; i < truth.size(); ++i)
            wording::gap(truth.gapOf(i, device.policy));
        truth.lostSpans(device.policy, last);
        truth.flapping(device.policy, last);
        analysis.devices().history(device.id)->offlineSpans(device.policy, last);
    }
}

bool analyseCapture(const QString &path)
{
    Importer importer;
    if (!importer.open(path))
        return false;
    Analysis analysis;
    ReadAhead ahead(importer);
    while (ReadAhead::Chunk *chunk = ahead.next()) {
        analysis.observe(std::span(chunk->traces.data(), chunk->count), chunk->notes);
        for (const ClockJump &jump : chunk->jumps)
            analysis.clockJumped(jump);
    }
    ahead.finish();
    sayAll(analysis, importer.last());
    return true;
}

void analyseMessage(const QByteArray &octets)
{
    const Endpoint device{IpAddress(0xc0a80140), 5060}, platform{IpAddress(0xc0a8010f), 5060};
    for (const TransportKind transport : {TransportKind::Udp, TransportKind::Tcp}) {
        Analysis analysis;
        TimePoint at{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
        for (const bool fromDevice : {true, true, false}) {
            analysis.observe({.at = at,
                .from = fromDevice ? device : platform,
                .to = fromDevice ? platform : device,
                .transport = transport,
                .octets = octets});
            at += std::chrono::seconds(20);
        }
        sayAll(analysis, at + std::chrono::hours(1));
    }
}

bool analyse(const QString &path)
{
    std::printf("%s\n", qPrintable(path));
    std::fflush(stdout);
    if (analyseCapture(path))
        return true;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    analyseMessage(file.read(1024 * 1024));
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        const QString place = QString::fromLocal8Bit(argv[i]);
        if (QFileInfo(place).isFile())
            files += analyse(place) ? 1 : 0;
        for (QDirIterator it(place, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
            files += analyse(it.next()) ? 1 : 0;
    }
    std::printf("%d files analysed\n", files);
    return files > 0 ? 0 : 1;
}
