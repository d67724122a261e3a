#pragma once
#include <QTableView>

namespace gb::ui {

class FindingsModel;

/// The table of findings. What is wrong gets the room it needs first: IDs shrink, and columns that the detail beside it
/// says as well step back where the window is narrow.
class FindingsView final : public QTableView
{
    Q_OBJECT
public:
    explicit FindingsView(FindingsModel *model, QWidget *parent = nullptr);

signals:
    /// A person pressed a row, or went to it by key: other rows become the current one by themselves.
    void rowChosen();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void shareRoom();
};

} // namespace gb::ui
