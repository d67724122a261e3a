#include "core/media/mediacause.h"
#include "tests/support/findingrows.h"

#include <array>
#include <utility>

/// D49 to D53 and G30 to G38: a note of media that says it, and one that says something else. Which packets say it is
/// the affair of tst_mediachain.
namespace gb::test {
namespace {

using S = Script;

/// The code's place among those of media, and the cause of that name.
constexpr FindingCode first = FindingCode::MediaNothingArrives, last = FindingCode::MediaDownloadNoEnd;

QString nameOf(FindingCode code)
{
    // Of MediaCause those that are findings, in their order
    static const QList<MediaCause> causes = [] {
        QList<MediaCause> all;
        for (int i = 0; i < static_cast<int>(MediaCause::Count); ++i) {
            using enum MediaCause;
            const auto cause = static_cast<MediaCause>(i);
            if (cause != NoAnswer && cause != Refused && cause != AckLost && cause != SsrcAnsweredOwn
                && cause != PsBrokenByLoss && cause != SoundButH265 && cause != Sound)
                all.append(cause);
        }
        return all;
    }();
    return QString::fromLatin1(mediaCauseName(causes.at(static_cast<int>(code) - static_cast<int>(first))));
}

/// A call of the camera whose media show that; nothing: they are sound.
void call(S &s, const QString &cause)
{
    s.ask({.method = "INVITE",
        .uri = "sip:34020000001320000001@192.168.1.64:5060",
        .user = S::serverId,
        .to = S::id,
        .callId = "play" + QByteArray::number(s.clock.now().time_since_epoch().count()),
        .via = "UDP 192.168.1.10:5060",
        .more = {}});
    notes::Media media{.device = QString::fromLatin1(S::id),
        .from = QStringLiteral("192.168.1.64:15060"),
        .to = QStringLiteral("192.168.1.10:30000")};
    media.packets = 100;
    media.causes = {cause + QStringLiteral("|3|1|7||10|20|30")};
    s.note(media);
    s.wait(std::chrono::seconds(1));
}

template<FindingCode code>
FindingRow row()
{
    return {code,
        [](S &s) {
            s.login();
            call(s, nameOf(code));
        },
        [](S &s) {
            s.login();
            call(s, nameOf(code == last ? first : static_cast<FindingCode>(static_cast<int>(code) + 1)));
            call(s, QStringLiteral("sound"));
            call(s, QStringLiteral("of a later version"));
        },
        [](S &s) { call(s, QStringLiteral("sound")); }};
}

template<std::size_t... I>
std::vector<FindingRow> rowsOf(std::index_sequence<I...>)
{
    return {row<static_cast<FindingCode>(static_cast<std::size_t>(first) + I)>()...};
}

} // namespace

const std::vector<FindingRow> &mediaRows()
{
    static const std::vector<FindingRow> rows = rowsOf(
        std::make_index_sequence<static_cast<std::size_t>(last) - static_cast<std::size_t>(first) + 1>());
    return rows;
}

} // namespace gb::test
