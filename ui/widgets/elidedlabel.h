#pragma once
#include <QWidget>

namespace gb::ui {

/// One line of plain text that ends in an ellipsis where there is no room for it; the whole stands in the tooltip.
class ElidedLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();

    QString m_text;
};

} // namespace gb::ui
