#pragma once
#include "core/report/page/report.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QRadioButton;

namespace gb::ui {

class ExportPreviewer;
class ProfileChoice;

/// What the report is about, what its reader should know besides, and what he gets.
class ReportDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `devices`: chosen ones, may be empty. `previewer`: as of ExportDialog.
    explicit ReportDialog(const QStringList &devices, ExportPreviewer *previewer = nullptr, QWidget *parent = nullptr);

    ReportOptions options() const;
    /// Not the page alone, but a bundle: see writeBundle().
    bool wantsBundle() const;

private:
    const QStringList m_devices;
    QRadioButton *m_all, *m_ofDevices;
    QPlainTextEdit *m_remarks;
    QComboBox *m_format; ///< data: whether it is a bundle
    ProfileChoice *m_profile;
};

} // namespace gb::ui
