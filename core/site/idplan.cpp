#include "core/site/idplan.h"

namespace gb {
namespace {

constexpr int lastSerial = 999'999;
constexpr qsizetype centreDigits = 8, serialDigits = 6;

IdFault faultOfText(const QString &id)
{
    return faultOf(id.toLatin1().toStdString());
}

int typeCode(const QString &id)
{
    return typeCodeOf(id.toLatin1().toStdString());
}

/// Table E.1: 111 to 130 are devices that have channels; 131 and 132 are cameras, which are both.
enum class Fit : quint8 { Usual, Unusual, No };

Fit fitOf(int type, IdRole role)
{
    const bool camera = type == 131 || type == 132;
    if (role == IdRole::Device)
        return (type >= 111 && type <= 130) || type == 132 ? Fit::Usual
            : camera || type == 138 || type == 200         ? Fit::Unusual
                                                           : Fit::No;
    // Uniview numbers channels from 119 on; 121 and 122 are cameras, too
    return camera                                                                   ? Fit::Usual
        : (type >= 119 && type <= 129) || type == 134 || type == 136 || type == 137 ? Fit::Unusual
                                                                                    : Fit::No;
}

} // namespace

QString IdPlan::idOf(int type, int serial) const
{
    return m_serverId.left(10) + QStringLiteral("%1").arg(type, 3, 10, QLatin1Char('0')) + m_serverId[13]
        + QStringLiteral("%1").arg(serial, serialDigits, 10, QLatin1Char('0'));
}

bool IdPlan::isTaken(const QString &id) const
{
    return id == m_serverId || m_inUse.contains(id) || m_expected.contains(id) || m_planned.contains(id);
}

QString IdPlan::nextFree(int type) const
{
    if (faultOfText(m_serverId) != IdFault::None || type < 0 || type > 999)
        return {};
    for (int serial = 1; serial <= lastSerial; ++serial) { // ends behind as many as there are IDs
        const QString id = idOf(type, serial);
        if (!isTaken(id))
            return id;
    }
    return {};
}

QString IdPlan::channelFor(const QString &device, int type) const
{
    if (faultOfText(m_serverId) != IdFault::None || faultOfText(device) != IdFault::None || type < 0 || type > 999)
        return nextFree(type);
    QString id = device;
    id.replace(10, 3, QStringLiteral("%1").arg(type, 3, 10, QLatin1Char('0')));
    if (id != device)
        return isTaken(id) ? nextFree(type) : id;
    IdPlan others(*this);
    others.m_planned.append(device);
    return others.nextFree(type);
}

QList<IdProblem> IdPlan::check(const QString &id, IdRole role, const QString &device) const
{
    switch (faultOfText(id)) {
    case IdFault::None: break;
    case IdFault::Empty: return {IdProblem::Empty};
    case IdFault::Length: return {IdProblem::Length};
    case IdFault::Spreadsheet: return {IdProblem::Spreadsheet};
    case IdFault::NotDigits: return {IdProblem::NotDigits};
    }
    QList<IdProblem> problems;
    const auto note = [&problems](bool is, IdProblem problem) {
        if (is)
            problems.append(problem);
    };
    const Fit fit = fitOf(typeCode(id), role);
    const bool sameAsDevice = role == IdRole::Channel && id == device;
    note(id == m_serverId, IdProblem::IsServer);
    note(m_inUse.contains(id) && !sameAsDevice, IdProblem::InUse);
    note(m_planned.contains(id), IdProblem::PlannedTwice);
    note(fit == Fit::No, IdProblem::TypeForRole);
    note(!id.startsWith(m_serverId.left(centreDigits)), IdProblem::OtherCentre);
    note(fit == Fit::Unusual && id != m_serverId, IdProblem::UnusualType);
    note(sameAsDevice, IdProblem::SameAsDevice);
    note(m_expected.contains(id) && !sameAsDevice, IdProblem::OnList);
    return problems;
}

} // namespace gb
