#pragma once
#include "core/report/page/report.h"

#include <QDialog>

class QPlainTextEdit;
class QRadioButton;

namespace gb::ui {

class ProfileChoice;

/// What the report is about, and what its reader should know besides.
class ReportDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `devices`: chosen ones, may be empty.
    explicit ReportDialog(const QStringList &devices, QWidget *parent = nullptr);

    ReportOptions options() const;

private:
    const QStringList m_devices;
    QRadioButton *m_all, *m_ofDevices;
    QPlainTextEdit *m_remarks;
    ProfileChoice *m_profile;
};

} // namespace gb::ui
