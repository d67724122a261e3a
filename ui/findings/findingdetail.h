#pragma once
#include "core/findings/finding.h"

#include <QScrollArea>

class QLabel;
class QPushButton;

namespace gb::ui {

/// One finding in words: what, why and how sure, what to do, where it is regulated, since when and how often.
class FindingDetail final : public QScrollArea
{
    Q_OBJECT
public:
    explicit FindingDetail(QWidget *parent = nullptr);

    /// Null: nothing is chosen. `device` is its name for people.
    void show(const Finding *finding, const QString &device, bool any, int without = 0);
    /// What it has to do with other findings, a sentence a line.
    void setStory(const QStringList &lines);
    /// What stands there while nothing was found, below a line that says so; empty where devices were judged.
    void setNobody(const QStringList &lines);
    /// All of it as plain text, to be sent to whoever has to act.
    QString text() const;
    QPushButton *proof() const { return m_proof; }

    /// As wide as its buttons: a line that is cut is not read.
    QSize minimumSizeHint() const override;

signals:
    void proofRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title, *m_device, *m_causeHead, *m_cause, *m_adviceHead, *m_advice, *m_causes, *m_story, *m_facts;
    QPushButton *m_proof, *m_copy;
    Finding m_finding;
    QString m_name;
    QStringList m_nobody;
    bool m_shown = false, m_any = false;
    int m_without = 0;
    int m_least = 0; ///< the width that was asked for last
};

} // namespace gb::ui
