#pragma once
#include "ui/client/askmodels.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QTabWidget;
class QTreeView;

namespace gb::ui {

class AlarmPage;
class AskTree;
class PictureView;
class PositionPlot;
class RecordLine;

/// Message that leads to a result: the request, else the first that came; 0: none.
quint64 messageOf(const AskReportPtr &report);

/// An answer in pages: its elements, its items, the tree of a catalogue, recordings on a line of time, what is odd; and
/// the message that asks.
class AskAnswer final : public QWidget
{
    Q_OBJECT
public:
    explicit AskAnswer(QWidget *parent = nullptr);

    /// nullptr: nothing was asked so far.
    void show(const AskReportPtr &report);
    /// The message that the button sends; empty where what is typed makes none.
    void setMessage(const QString &text);
    /// Leads to that page.
    void showMessage();
    void retranslate();

signals:
    void messagesWanted(const gb::ui::AskReportPtr &report);
    void exportWanted(const QByteArray &csv, const QString &name);
    /// Those rows of a catalog are to be asked from now on.
    void channelsChosen(const QList<gb::ui::AskWhom> &channels);

private:
    enum Page { Elements, Items, Pictures, Tree, Line, Plot, Alarms, Odd, Message };

    void build();
    QWidget *itemsPage();
    QWidget *treePage();
    QWidget *plotPage();
    void showPages();
    void showOdd();
    void showHead();
    void showCount();
    void showTree();
    void copy();
    void chooseChannels();
    void linkAlarms();
    AskTable *table() const;
    QTableView *tableView() const;

    AskReportPtr m_report;
    AskFields *m_fields;
    AskItems *m_items;
    AskTree *m_tree;
    QLabel *m_head, *m_empty, *m_count, *m_byLabel, *m_lineText, *m_plotText;
    QPushButton *m_messages, *m_copy, *m_export, *m_choose;
    QTabWidget *m_pages;
    QTableView *m_fieldView, *m_itemView;
    QLineEdit *m_filter;
    QComboBox *m_by;
    QTreeView *m_treeView;
    RecordLine *m_line;
    PictureView *m_pictures;
    PositionPlot *m_plot;
    AlarmPage *m_alarms;
    QListWidget *m_odd;
    QPlainTextEdit *m_message;
};

} // namespace gb::ui
