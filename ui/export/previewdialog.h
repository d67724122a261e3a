#pragma once
#include "core/report/exporter.h"

#include <QDialog>

class QPlainTextEdit;
class QTreeWidget;

namespace gb::ui {

/// The messages that an export changes: each as it is in the record, and as it will be in the file.
class PreviewDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit PreviewDialog(ExportPreview preview, QWidget *parent = nullptr);

private:
    void fill();
    void show(int row);

    const ExportPreview m_preview;
    QTreeWidget *m_list;
    QPlainTextEdit *m_before, *m_after;
};

} // namespace gb::ui
