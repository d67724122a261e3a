#pragma once
#include "core/message/deviceid.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace gb {

/// What an ID is for.
enum class IdRole : quint8 { Device, Channel };

/// What speaks against an ID that somebody plans to use.
enum class IdProblem : quint8 {
    // it cannot be used
    Empty,
    Length,
    NotDigits,
    Spreadsheet,
    IsServer,     ///< the server's own
    InUse,        ///< a device has it, other than the one that is meant
    PlannedTwice, ///< it stands twice among those that are planned
    TypeForRole,  ///< its digits 11-13 are of something else
    // worth a second look
    OtherCentre,  ///< its first eight digits are not the server's
    UnusualType,  ///< 200 for a recorder, say: some do so
    SameAsDevice, ///< a channel with its device's ID: some cameras of one channel have it so
    OnList,       ///< on the list of expected devices: as it should be, where it is that device
};

/// Those that come first cannot be used with it.
constexpr bool forbids(IdProblem problem)
{
    return problem < IdProblem::OtherCentre;
}

/// The IDs of a site, GB/T 28181-2022 annex E: 8 digits centre, 2 industry, 3 type, 1 network, 6 serial.
class IdPlan
{
public:
    static constexpr int cameraType = 132; ///< network camera
    static constexpr int recorderType = 118;
    static constexpr int channelType = 131; ///< camera, as channels are numbered

    /// Of another length than 20 digits: nothing can be proposed.
    explicit IdPlan(QString serverId)
        : m_serverId(std::move(serverId))
    {
    }

    void setInUse(const QSet<QString> &ids) { m_inUse = ids; }
    void setExpected(const QSet<QString> &ids) { m_expected = ids; }
    /// What was proposed to, or chosen for, other devices.
    void setPlanned(const QStringList &ids) { m_planned = ids; }

    const QString &serverId() const { return m_serverId; }
    /// The lowest serial, from 1 on, that no ID of this type has; empty where there is none. Centre, industry and
    /// network as the server's.
    QString nextFree(int type) const;
    /// With the serial of its device where that is free: 1320000007 has channel 1310000007.
    QString channelFor(const QString &device, int type = channelType) const;
    /// In the order of IdProblem; `device`: of which it is a channel.
    QList<IdProblem> check(const QString &id, IdRole role, const QString &device = {}) const;

private:
    QString idOf(int type, int serial) const;
    bool isTaken(const QString &id) const;

    QString m_serverId;
    QSet<QString> m_inUse, m_expected;
    QStringList m_planned;
};

} // namespace gb
