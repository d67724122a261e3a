#pragma once
#include "ui/client/asking.h"
#include "ui/client/picturedecoder.h"

#include <QThreadPool>
#include <QWidget>

class QListWidget;

namespace gb::ui {

class PictureCanvas;

/// Pictures that a device uploaded: which there are, and the chosen one, decoded in a thread of its own.
class PictureView final : public QWidget
{
    Q_OBJECT
public:
    explicit PictureView(QWidget *parent = nullptr);
    ~PictureView() override;

    void show(const AskReportPtr &report);
    int count() const;
    /// That is painted; null: none.
    const QImage &image() const;
    void retranslate();

private:
    void fill();
    void choose();
    void decode(const std::shared_ptr<const PictureBytes> &kept);
    void say(int row, const DecodedPicture &picture);
    QString title(int row) const;

    AskReportPtr m_report;
    QListWidget *m_list;
    PictureCanvas *m_canvas;
    QThreadPool m_decoder; ///< one after the other
    quint64 m_wanted = 0;  ///< which decoding is waited for: an older one comes too late
    DecodedPicture m_decoded;
};

} // namespace gb::ui
