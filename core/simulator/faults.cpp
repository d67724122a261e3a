#include "core/simulator/faults.h"

#include "core/simulator/media/mediafaults.h"

#include <algorithm>

namespace gb {
namespace {

using namespace std::chrono_literals;

/// Another ID of the same kind.
QString other(QString id)
{
    if (!id.isEmpty())
        id.back() = id.back() == u'9' ? u'8' : u'9';
    return id;
}

/// Of an answer that orders no pictures, one that nobody looks at.
SnapshotOrder &upload(Answer &answer)
{
    thread_local SnapshotOrder none;
    return answer.snapshot ? *answer.snapshot : none;
}

struct Fault
{
    const char *name;
    void (*apply)(Answer &);
};

// One line each; what it does shows in the answer alone
constexpr Fault faults[] = {
    {"drop", [](Answer &a) { a.heard = a.number % 2 == 0; }},
    {"delay", [](Answer &a) { a.delay = 3s; }},
    {"delay-sip", [](Answer &a) { a.statusDelay = 3s; }},
    {"duplicate", [](Answer &a) { a.copies = 2; }},
    {"wrong-charset", [](Answer &a) { a.charset = a.charset == Charset::Utf8 ? Charset::Gb18030 : Charset::Utf8; }},
    {"wrong-sn", [](Answer &a) { ++a.sn; }},
    {"wrong-device-id", [](Answer &a) { a.deviceId = other(a.deviceId); }},
    {"page-missing", [](Answer &a) { a.skippedPage = 1; }},
    {"page-twice", [](Answer &a) { a.repeatedPage = 0; }},
    {"sum-num-wrong", [](Answer &a) { a.sumNumOffset = 1; }},
    {"sum-num-huge", [](Answer &a) { a.sumNumOffset = 300'000'000; }},
    {"result-error", [](Answer &a) { a.setResult("ERROR"); }},
    {"no-response", [](Answer &a) { a.owed = false; }},
    {"no-sip-answer", [](Answer &a) { a.status = 0; }},
    {"nothing", [](Answer &a) { a.heard = false; }},
    {"status-403", [](Answer &a) { a.status = 403; }},
    {"status-404", [](Answer &a) { a.status = 404; }},
    {"status-486", [](Answer &a) { a.status = 486; }},
    {"status-500", [](Answer &a) { a.status = 500; }},
    {"status-503", [](Answer &a) { a.status = 503; }},
    {"unknown-elements", [](Answer &a) { a.strange = true; }},
    {"attributes", [](Answer &a) { a.attributes = true; }},
    {"endless-pages", [](Answer &a) { a.endless = true; }},
    {"xml-bomb", [](Answer &a) { a.bomb = true; }},
    // Pictures that are ordered
    {"upload-none", [](Answer &a) { upload(a).what = SnapshotOrder::What::None; }},
    {"upload-large", [](Answer &a) { upload(a).what = SnapshotOrder::What::Large; }},
    {"upload-no-picture", [](Answer &a) { upload(a).what = SnapshotOrder::What::Text; }},
    {"upload-session", [](Answer &a) { upload(a).foreignSession = true; }},
    {"upload-no-notify", [](Answer &a) { upload(a).tells = false; }},
};

const Fault *find(QStringView name)
{
    const auto *const found = std::find_if(
        std::begin(faults), std::end(faults), [&](const Fault &one) { return name == QLatin1String(one.name); });
    return found == std::end(faults) ? nullptr : found;
}

} // namespace

QStringList faultNames()
{
    QStringList names;
    for (const Fault &fault : faults)
        names.append(QString::fromLatin1(fault.name));
    return names + mediaFaultNames();
}

bool isFault(const QString &name)
{
    const qsizetype at = name.indexOf(u'@');
    if (isMediaFault(name))
        return true;
    return find(QStringView(name).left(at < 0 ? name.size() : at)) && at != name.size() - 1 && name.size() <= 64;
}

void applyFaults(const QStringList &names, Answer &answer)
{
    for (const QString &name : names) {
        const qsizetype at = name.indexOf(u'@');
        if (at >= 0 && QStringView(name).mid(at + 1) != answer.cmdType)
            continue;
        if (const Fault *const fault = find(QStringView(name).left(at < 0 ? name.size() : at)))
            fault->apply(answer);
    }
}

} // namespace gb
