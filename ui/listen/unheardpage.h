#pragma once
#include "ui/listen/localcards.h"
#include "ui/settings/listenchoice.h"

#include <QScrollArea>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gb::ui {

/// What to check while nothing comes, the likeliest first.
class UnheardPage final : public QScrollArea
{
    Q_OBJECT
public:
    explicit UnheardPage(QWidget *parent = nullptr);

    struct Facts
    {
        ListenChoice choice;
        Endpoint local; ///< where it listens
        QList<LocalCard> cards;
        Firewall firewall = Firewall::Nftables;
        QString program; ///< this one's path
    };
    void setFacts(const Facts &facts);
    void setWaited(Duration waited);
    /// All that it says, a line each.
    QStringList lines() const;

signals:
    void cardRequested();
    void flowRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Step { Device, Guard, Port, Card, steps };

    void build();
    void retranslate();
    void showServer();
    void showCapture();
    void showHep();
    void showGuard(const QString &number);
    QString cardLines() const;

    Facts m_facts;
    Duration m_waited{};
    QLabel *m_title, *m_texts[steps], *m_cards;
    QPlainTextEdit *m_command;
    QPushButton *m_copy, *m_card, *m_flow;
};

} // namespace gb::ui
