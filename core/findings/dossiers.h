#pragma once
#include "core/findings/dossier.h"
#include "core/flow/trace.h"

#include <QHash>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace gb {

/// The dossiers of all devices, by ID and by the device's place. Bounded.
class Dossiers
{
public:
    /// Makes one where there is none; null where there is no room, or the ID is empty.
    Dossier *of(const QString &id);
    /// The same, by a way that is in some cache. `place`: DeviceStore::lastPlace().
    Dossier *at(std::optional<quint32> place, const QString &id);
    /// Null where there is none.
    Dossier *known(const QString &id) const { return m_byId.value(id).get(); }
    /// A channel of a recorder has no row of its own, but its calls can fail. Null where the message is no such call.
    Dossier *ofChannel(const Trace &trace);
    /// The channel that this request called; empty where it is no such call.
    QString calledBy(quint64 number) const;
    const QHash<QString, std::shared_ptr<Dossier>> &all() const { return m_byId; }
    /// Asks for the memory that a message of the device at that place will need.
    void prefetch(quint32 place) const;
    void forget(const QString &id);

private:
    void noteCall(quint64 number, const QString &id);

    QHash<QString, std::shared_ptr<Dossier>> m_byId;
    std::vector<Dossier *> m_byPlace; ///< those whose device has a place
    Dossier *m_last = nullptr;        ///< asked for last, as it is with every answer
    int m_channels = 0;
    std::map<quint64, QString> m_calls; ///< the last ones to whom has no row: number, ID
};

} // namespace gb
