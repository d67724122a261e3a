#pragma once
#include "ui/play/playmessages.h"
#include "ui/play/playmodels.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QTableView;

namespace gb::ui {

class PlayChart;

/// What became of one play, while it runs and afterwards: a verdict in a sentence, the chain of links, causes with
/// advice, and the numbers.
class PlayResult final : public QWidget
{
    Q_OBJECT
public:
    explicit PlayResult(QWidget *parent = nullptr);

    /// nullptr: nothing was played so far.
    void show(const PlaySeen *seen);
    QString verdict() const;
    /// All of it.
    QString text() const;
    void retranslate();

signals:
    /// A message of the play that is shown.
    void messageWanted(gb::ui::PlayMessage which);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fitColumns();
    void showVerdict();
    void showCauses();

    std::optional<PlaySeen> m_seen;
    QLabel *m_verdict;
    PlayChain *m_chain;
    PlayNumbers *m_numbers;
    QTableView *m_chainView, *m_numbersView;
    QPlainTextEdit *m_causes;
    PlayChart *m_chart;
    QPushButton *m_messages, *m_copy;
};

} // namespace gb::ui
