#pragma once
#include "core/site/cameracard.h"

#include <QTableWidget>

namespace gb::ui {

/// The rows of a camera card, large; each can be copied by its button or with Ctrl+C. The password shows as dots until
/// it is asked for.
class CardTable final : public QTableWidget
{
    Q_OBJECT
public:
    enum Column { ChineseName, EnglishName, Value, CopyButton, Note };

    explicit CardTable(QWidget *parent = nullptr);

    /// Rows that are alike stay as they are: selection and focus with them.
    void setRows(const QList<CardRow> &rows);
    void setSecretsShown(bool shown);
    /// What is shown: name and value parted by a tab, a line each.
    QString text() const;
    void retranslate();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(int row);
    void fill(int row);
    void copy(int row) const;
    QString shownValue(const CardRow &row) const;

    QList<CardRow> m_rows;
    bool m_secretsShown = false;
};

} // namespace gb::ui
