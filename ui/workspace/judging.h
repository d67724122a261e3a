#pragma once
#include "core/session/session.h"

#include <QObject>

#include <optional>

namespace gb::ui {

class AppSettings;

/// By which heartbeat policies the window's devices are judged: one for all, and devices' own.
class Judging final : public QObject
{
    Q_OBJECT
public:
    /// With those of the settings. Nothing is owned.
    Judging(Session &session, AppSettings &settings, QObject *parent);

    /// For all devices without a policy of their own.
    const HeartbeatPolicy &policy() const { return m_policy; }
    /// A user chose it: it is kept for the next start.
    void choose(const HeartbeatPolicy &policy);
    /// The same for one device; empty: it is judged as all are.
    void choose(const QString &device, const std::optional<HeartbeatPolicy> &policy);
    /// A policy of this run, for all devices; nothing that is chosen from now on is kept.
    void useOnce(const HeartbeatPolicy &policy);
    void take(const Batch &batch);

signals:
    void changed(const gb::HeartbeatPolicy &policy);
    /// It is the policy from the start of the record.
    void begun(const gb::HeartbeatPolicy &policy);

private:
    void set(const HeartbeatPolicy &policy);
    void useOverrides(const HeartbeatOverrides &overrides);

    Session &m_session;
    AppSettings &m_settings;
    HeartbeatPolicy m_policy;
    HeartbeatOverrides m_overrides; ///< that are in force
    bool m_keep = true;
};

} // namespace gb::ui
