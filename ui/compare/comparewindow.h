#pragma once
#include "ui/compare/comparetree.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace gb::ui {

/// Two to four messages side by side, each against the first.
class CompareWindow final : public QDialog
{
    Q_OBJECT
public:
    struct Message
    {
        quint64 number = 0;
        QByteArray octets;
        QString title; ///< "#12 REGISTER"
        QString about; ///< several lines
    };

    explicit CompareWindow(QWidget *parent);

    /// `note`: a sentence on how they were found; may be empty.
    void setMessages(const QList<Message> &messages, const QString &note);
    const QList<Message> &messages() const { return m_messages; }
    /// In their order.
    QList<quint64> numbers() const;
    CompareTree *tree() const { return m_tree; }
    QCheckBox *noise() const { return m_noise; }
    QCheckBox *only() const { return m_only; }
    /// What was found, what is compared with what, and the rows.
    QString text() const;
    void copy() const;
    void step(int direction);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void tell();

    QList<Message> m_messages;
    QString m_note;
    QLabel *m_head;
    CompareTree *m_tree;
    QCheckBox *m_noise, *m_only;
    QPushButton *m_previous, *m_next, *m_copy, *m_close;
};

} // namespace gb::ui
