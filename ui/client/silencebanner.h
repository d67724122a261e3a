#pragma once
#include "core/client/silencetest.h"

#include <QFrame>

class QPushButton;

namespace gb::ui {

class ElidedLabel;

/// Across the whole window while the server is silent on purpose: that it is, for how long, what came of it, and the
/// way out.
class SilenceBanner final : public QFrame
{
    Q_OBJECT
public:
    explicit SilenceBanner(QWidget *parent = nullptr);

    /// `silence` covers `devices` of the devices that are there; the counts are of those.
    void show(const Silence &silence, int devices, int registered, int unnoticed, TimePoint now);
    QString text() const;

signals:
    void answerRequested();
    void resultsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void recolour();

    ElidedLabel *m_text;
    QPushButton *m_results, *m_answer;
};

} // namespace gb::ui
