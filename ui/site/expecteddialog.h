#pragma once
#include "core/site/expectedlist.h"

#include <QDialog>

#include <functional>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace gb::ui {

/// Asks for the devices that shall come: pasted, typed or from a file. Says of each line at once what is wrong with it.
class ExpectedDialog final : public QDialog
{
    Q_OBJECT
public:
    using HasCome = std::function<bool(const QString &id)>;

    ExpectedDialog(const QList<ExpectedDevice> &expected, HasCome hasCome, QWidget *parent = nullptr);

    const QList<ExpectedDevice> &devices() const { return m_list.devices; }
    /// In place of the text; Ctrl+Z brings that back.
    void readFile(const QString &path);

private:
    void build();
    void openFile();
    void check();
    void showProblems();
    void markLines();
    void goTo(int line);

    const HasCome m_hasCome;
    ExpectedList m_list;
    QPlainTextEdit *m_text;
    QLabel *m_counts;
    QListWidget *m_problems;
    QPushButton *m_ok = nullptr;
};

} // namespace gb::ui
