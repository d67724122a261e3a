#pragma once
#include "core/client/asktask.h"

#include <memory>

namespace gb {

/// What a form of that command shows of a configuration that was read. Only what may be sent; empty what it does not
/// have.
AskValues settingsIn(const AskReport &read, const AskCommand &command);

/**
 * Sets a configuration and reads it back, GB/T 28181-2022 9.5: what the device says of it is one thing, what it has
 * then another. A device that takes the order without a Response is read as well: some obey without a word. Takes two
 * SNs.
 */
class SettingTask final : public ClientTask
{
public:
    /// `command` names the ConfigType that reads it back.
    SettingTask(const AskQuestion &question, const AskCommand &command, AskReport report, quint32 sn);

    std::optional<ClientRequest> takeRequest(TimePoint now) override { return current().takeRequest(now); }
    void sent(quint64 number) override { current().sent(number); }
    void answered(const Trace &answer) override;
    bool take(const Trace &message) override;
    void strange(const Trace &message) override { current().strange(message); }
    void stop(Stop why, TimePoint now) override;
    void advance(TimePoint now) override;
    TimePoint deadline() const override { return m_over ? TimePoint::max() : current().deadline(); }
    bool over() const override { return m_over; }
    QList<ClientReport> takeReports() override;
    bool isUrgent() const override { return false; }

private:
    AskTask &current() { return m_read ? *m_read : m_set; }
    const AskTask &current() const { return m_read ? *m_read : m_set; }
    void look();
    void begin(const AskReport &set);
    void finish();
    QList<AskSetting> compared(const AskReport &read) const;

    const AskQuestion m_question;
    const AskCommand &m_command;
    const quint32 m_sn;
    AskTask m_set;
    std::unique_ptr<AskTask> m_read;
    AskReport m_report;
    bool m_over = false;
};

} // namespace gb
