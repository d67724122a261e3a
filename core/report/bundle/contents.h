#pragma once
#include "core/report/bundle/members.h"
#include "core/report/page/report.h"
#include "core/report/page/sitereport.h"

namespace gb::bundle {

/// The members that hold messages: a capture, texts, a ladder.
class MessageMembers
{
public:
    explicit MessageMembers(Members &members)
        : m_members(members)
    {
    }
    bool begin(Profile profile);
    bool take(const CleanMessage &message);
    bool end();
    quint64 count() const { return m_count; }

private:
    struct One
    {
        Spool *spool;
        std::unique_ptr<FormatWriter> writer;
    };
    Members &m_members;
    std::vector<One> m_all;
    quint64 m_count = 0;
};

/// `page`: opened; what the page says of the report.
bool addPage(Members &members, Spool &page, const page::SiteReport &report);
/// Devices and findings as `gbscope-cli analyze` tells them.
bool addFindings(Members &members, Spool &to, const page::SiteReport &report);

/// What the bundle was made with.
struct Making
{
    const page::SiteReport &report;
    const ReportOptions &options;
    qsizetype files;  ///< read
    quint64 messages; ///< in the bundle
};
bool addEnvironment(Members &members, const Making &making);

/// Name, size and SHA-256 of what there is; the others are finished. `sha256sum -c` reads it.
bool addManifest(Members &members);

} // namespace gb::bundle
