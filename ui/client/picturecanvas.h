#pragma once
#include <QImage>
#include <QWidget>

namespace gb::ui {

/// A picture as large as there is room, never larger than it is, and a line of words; words alone where there is none.
class PictureCanvas final : public QWidget
{
    Q_OBJECT
public:
    explicit PictureCanvas(QWidget *parent = nullptr);

    void show(const QImage &image, const QString &words);
    const QImage &image() const { return m_image; }
    QSize sizeHint() const override { return {480, 270}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_image;
    QString m_words;
};

} // namespace gb::ui
