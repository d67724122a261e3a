#include "ui/export/exportscope.h"

#include "core/ladder/flowrows.h"
#include "core/ladder/groups/messagegroups.h"
#include "ui/workspace/focus.h"

#include <QCoreApplication>

#include <algorithm>

namespace gb::ui {
namespace {

using Kind = ExportScope::Kind;

class Finder
{
    Q_DECLARE_TR_FUNCTIONS(ExportScopes)
public:
    Finder(const Focus &focus, const FlowRows &shown, const MessageGroups &groups, const QList<quint64> &proof)
        : m_focus(focus)
        , m_shown(shown)
        , m_groups(groups)
        , m_log(shown.log())
    {
        add({.kind = Kind::All, .title = tr("&All messages of the session")});
        addDevices();
        addOfMessage();
        addProof(proof);
        addMarked();
        addShown();
    }

    ExportScopes scopes;

private:
    void add(ExportScope scope)
    {
        if (scope.messages == 0 && scope.numbers.empty())
            count(scope);
        scopes.all.append(std::move(scope));
    }
    void addDevices()
    {
        const QStringList &devices = m_focus.devices();
        if (devices.isEmpty())
            return;
        scopes.usual = scopes.all.size();
        add({.kind = Kind::Devices,
            .title = devices.size() == 1
                ? tr("Of the &device %1").arg(devices.constFirst())
                : tr("Of the %n selected &device(s)", nullptr, static_cast<int>(devices.size())),
            .devices = devices});
    }
    /// What the chosen message belongs to.
    void addOfMessage()
    {
        const qsizetype row = m_focus.message() == 0 ? -1 : m_log.rowOf(m_focus.message());
        if (row < 0)
            return;
        const LogEntry &entry = m_log.entry(row);
        if (const quint32 group = m_groups.of(row); group != MessageGroups::none)
            addRows(Kind::Operation, tr("Of the &operation that message #%1 is of").arg(entry.number),
                m_groups.rows(group));
        if (const QString callId = m_log.callId(entry.callId); !callId.isEmpty())
            add({.kind = Kind::Dialog, .title = tr("Of the selected dia&log (one Call-ID)"), .callIds = {callId}});
        addTransaction(entry);
        addRows(Kind::Message, tr("&Message #%1 alone").arg(entry.number), {static_cast<quint32>(row)});
    }
    void addTransaction(const LogEntry &entry)
    {
        const quint32 request = m_groups.transactionOf(entry);
        std::vector<quint32> rows;
        for (qsizetype row = std::max<qsizetype>(0, m_log.rowOf(request)); row < m_log.count(); ++row) {
            if (m_log.entry(row).callId == entry.callId && m_groups.transactionOf(m_log.entry(row)) == request)
                rows.push_back(static_cast<quint32>(row));
        }
        if (rows.size() > 1)
            addRows(Kind::Transaction, tr("Of the &transaction that message #%1 is of").arg(entry.number), rows);
    }
    void addProof(const QList<quint64> &proof)
    {
        std::vector<quint32> rows;
        for (const quint64 number : proof) {
            if (const qsizetype row = m_log.rowOf(number); row >= 0)
                rows.push_back(static_cast<quint32>(row));
        }
        if (!rows.empty())
            addRows(Kind::Proof, tr("The &proof of the selected finding"), rows);
    }
    void addMarked()
    {
        std::vector<quint32> rows;
        for (quint64 number = m_log.markedFrom(0, 1); number != 0; number = m_log.markedFrom(number, 1)) {
            if (const qsizetype row = m_log.rowOf(number); row >= 0)
                rows.push_back(static_cast<quint32>(row));
        }
        if (!rows.empty())
            addRows(Kind::Marked, tr("The messages that you mar&ked"), rows);
    }
    void addShown()
    {
        if (m_shown.isFiltering() || m_shown.filter().isEmpty() || m_shown.matches() == 0)
            return;
        std::vector<quint32> rows;
        rows.reserve(static_cast<std::size_t>(m_shown.matches()));
        for (qsizetype i = 0; i < m_shown.matches(); ++i)
            rows.push_back(static_cast<quint32>(m_shown.logRow(static_cast<quint32>(i))));
        if (scopes.usual == 0)
            scopes.usual = scopes.all.size();
        addRows(Kind::Shown, tr("What the message flow &shows, as it is filtered"), rows);
    }
    void addRows(Kind kind, const QString &title, const std::vector<quint32> &rows)
    {
        ExportScope scope{.kind = kind, .title = title};
        scope.numbers.reserve(rows.size());
        for (const quint32 row : rows) {
            scope.numbers.push_back(m_log.entry(row).number);
            scope.octets += static_cast<qint64>(m_log.entry(row).octets);
        }
        scope.messages = static_cast<qint64>(rows.size());
        std::sort(scope.numbers.begin(), scope.numbers.end());
        add(std::move(scope));
    }
    void count(ExportScope &scope) const
    {
        FlowFilter filter;
        filter.devices = scope.devices;
        filter.callIds = scope.callIds;
        FlowMatcher matcher(m_log, filter);
        for (qsizetype row = 0; row < m_log.count(); ++row) {
            if (!matcher.matches(m_log.entry(row)))
                continue;
            ++scope.messages;
            scope.octets += static_cast<qint64>(m_log.entry(row).octets);
        }
        scope.more = m_log.forgotten() > 0;
    }

    const Focus &m_focus;
    const FlowRows &m_shown;
    const MessageGroups &m_groups;
    const MessageLog &m_log;
};

} // namespace

ExportScopes ExportScopes::of(
    const Focus &focus, const FlowRows &shown, const MessageGroups &groups, const QList<quint64> &proof)
{
    Finder finder(focus, shown, groups, proof);
    return std::move(finder.scopes);
}

} // namespace gb::ui
