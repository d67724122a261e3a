#pragma once
#include "core/ladder/messagelog.h"

#include <QLabel>

namespace gb::ui {

/// Above a ladder: how many older messages are not in it any more. Not there where that is none.
class OlderLine final : public QLabel
{
    Q_OBJECT
public:
    /// `log` must outlive it.
    explicit OlderLine(const MessageLog &log, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tell();

    const MessageLog &m_log;
};

} // namespace gb::ui
