#include "ui/client/pictureview.h"

#include "core/base/handover.h"
#include "core/client/snapshot/picturebytes.h"
#include "core/report/words/askwording.h"
#include "core/report/words/shownclock.h"
#include "ui/client/picturecanvas.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QPointer>

namespace gb::ui {
namespace {

constexpr QSize room(2560, 1440); ///< pixels that a picture is decoded to at most: more than is painted

} // namespace

PictureView::PictureView(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_canvas(new PictureCanvas)
{
    m_decoder.setMaxThreadCount(1);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setMaximumWidth(fontMetrics().averageCharWidth() * 34);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    row->addWidget(m_list);
    row->addWidget(m_canvas, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &PictureView::choose);
}

PictureView::~PictureView()
{
    m_decoder.clear();
    m_decoder.waitForDone();
}

int PictureView::count() const
{
    return m_list->count();
}

const QImage &PictureView::image() const
{
    return m_canvas->image();
}

void PictureView::show(const AskReportPtr &report)
{
    if (report == m_report)
        return;
    m_report = report && report->snapshot ? report : nullptr;
    fill();
    m_list->setCurrentRow(count() > 0 ? 0 : -1);
    choose();
}

QString PictureView::title(int row) const
{
    const AskPicture &one = m_report->snapshot->pictures.at(row);
    const QString bytes = tr("%1 bytes").arg(QLocale().toString(one.octets));
    QStringList parts{QString::number(row + 1), wording::secondsClock(one.at)};
    if (one.format == AskPicture::Format::None)
        parts << tr("no picture");
    else
        parts << wording::pictureFormat(one.format) << QStringLiteral("%1 \u00d7 %2").arg(one.width).arg(one.height);
    parts << bytes;
    return parts.join(QStringLiteral(" \u00b7 "));
}

void PictureView::fill()
{
    const QSignalBlocker quiet(m_list);
    const int before = m_list->currentRow();
    m_list->clear();
    for (int row = 0; m_report && row < m_report->snapshot->pictures.size(); ++row)
        m_list->addItem(title(row));
    m_list->setCurrentRow(std::min(before, count() - 1));
}

void PictureView::choose()
{
    const int row = m_list->currentRow();
    m_decoder.clear();
    ++m_wanted;
    m_decoded = {};
    if (!m_report || row < 0)
        return m_canvas->show({}, {});
    const AskPicture &one = m_report->snapshot->pictures.at(row);
    if (one.format == AskPicture::Format::None) {
        m_decoded.fault = DecodedPicture::Fault::NoPicture;
        return say(row, m_decoded);
    }
    if (!one.kept)
        return m_canvas->show({}, tr("It is not kept: there was no room for it any more. Take it again to see it."));
    m_canvas->show({}, tr("Decoding\u2026"));
    decode(one.kept);
}

void PictureView::decode(const std::shared_ptr<const PictureBytes> &kept)
{
    m_decoder.start([kept, wanted = m_wanted, view = QPointer<PictureView>(this), here = this] {
        const DecodedPicture picture = decodePicture(kept->octets(), room);
        // The view waits for its decoder before it goes
        handOver(here, [view, wanted, picture] {
            if (!view || view->m_wanted != wanted)
                return;
            view->m_decoded = picture;
            view->say(view->m_list->currentRow(), picture);
        });
    });
}

/// What it is, and what is wrong with it.
void PictureView::say(int row, const DecodedPicture &picture)
{
    const auto fault = [&picture]() -> QString {
        switch (picture.fault) {
        case DecodedPicture::Fault::NoPicture: return tr("It is neither JPEG, PNG nor BMP, whatever its name says.");
        case DecodedPicture::Fault::TooLarge:
            return tr("It is not decoded: it has more pixels or more scans than gbscope takes.");
        case DecodedPicture::Fault::Damaged: return tr("It is damaged: nothing of it can be decoded.");
        case DecodedPicture::Fault::Cut: return tr("It is cut: its end is missing. What is there is shown.");
        case DecodedPicture::Fault::None: break;
        }
        return {};
    };
    const QString why = fault();
    m_canvas->show(picture.image, why.isEmpty() ? title(row) : title(row) + u'\n' + QStringLiteral("\u2715 ") + why);
}

void PictureView::retranslate()
{
    m_list->setAccessibleName(tr("Pictures that came"));
    m_canvas->setAccessibleName(tr("Chosen picture"));
    fill();
    choose();
}

} // namespace gb::ui
