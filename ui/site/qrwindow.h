#pragma once
#include "core/site/cameracard.h"
#include "ui/site/qrcode.h"

#include <QDialog>

class QCheckBox;
class QLabel;

namespace gb::ui {

/// Paints a code as large as the room allows.
class QrView final : public QWidget
{
    Q_OBJECT
public:
    explicit QrView(QWidget *parent = nullptr);
    void setCode(const std::optional<QrCode> &code);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<QrCode> m_code;
};

/// The camera card as a QR code, for the telephone of the colleague who stands at the camera. Without the password
/// until somebody ticks it.
class QrWindow final : public QDialog
{
    Q_OBJECT
public:
    explicit QrWindow(QWidget *parent);

    void setCard(const QString &title, const QList<CardRow> &rows);
    /// What the code says.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void refresh();

    QString m_title;
    QList<CardRow> m_rows;
    QrView *m_view;
    QLabel *m_lead;
    QCheckBox *m_withPassword;
};

} // namespace gb::ui
