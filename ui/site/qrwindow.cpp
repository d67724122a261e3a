#include "ui/site/qrwindow.h"

#include "core/site/cardtext.h"
#include "ui/widgets/plainlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace gb::ui {

QrView::QrView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(220, 220);
}

void QrView::setCode(const std::optional<QrCode> &code)
{
    m_code = code;
    update();
}

QSize QrView::sizeHint() const
{
    return {340, 340};
}

void QrView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_code) {
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("This is more than a QR code can hold."));
        return;
    }
    const int modules = m_code->width + 2 * QrCode::quietZone;
    const double ratio = devicePixelRatioF(); // whole pixels of the screen: else the modules blur
    const int scale = std::max(1, static_cast<int>(std::min(width(), height()) * ratio) / modules);
    QImage image = m_code->image(scale);
    image.setDevicePixelRatio(ratio);
    const QSizeF size = QSizeF(image.size()) / ratio;
    painter.drawImage(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), image);
}

QrWindow::QrWindow(QWidget *parent)
    : QDialog(parent)
    , m_view(new QrView)
    , m_lead(plainLabel())
    , m_withPassword(new QCheckBox)
{
    m_lead->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_withPassword, &QCheckBox::toggled, this, &QrWindow::refresh);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_lead);
    column->addWidget(m_view, 1);
    column->addWidget(m_withPassword);
    column->addWidget(buttons);
    retranslate();
}

void QrWindow::retranslate()
{
    setWindowTitle(tr("Camera card as a QR code"));
    m_lead->setText(tr("Point a phone's camera at this: it shows the values to type into the device, as text."));
    m_withPassword->setText(tr("With the &password: whoever photographs this screen has it"));
    m_view->setAccessibleName(tr("QR code of the camera card"));
    refresh();
}

void QrWindow::setCard(const QString &title, const QList<CardRow> &rows)
{
    if (title == m_title && rows == m_rows)
        return;
    m_title = title;
    m_rows = rows;
    refresh();
}

QString QrWindow::text() const
{
    return cardText(m_title, m_rows, QLocale().language() == QLocale::Chinese, m_withPassword->isChecked());
}

void QrWindow::refresh()
{
    const bool hasPassword = std::any_of(
        m_rows.begin(), m_rows.end(), [](const CardRow &row) { return row.secret && !row.value.isEmpty(); });
    m_withPassword->setEnabled(hasPassword);
    if (!hasPassword)
        m_withPassword->setChecked(false);
    m_view->setCode(m_rows.isEmpty() ? std::nullopt : qrCode(text().toUtf8()));
    m_view->setAccessibleDescription(text());
}

void QrWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

/// Whoever ticked it meant the telephone of then.
void QrWindow::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        m_withPassword->setChecked(false);
    QDialog::showEvent(event);
}

} // namespace gb::ui
